package dev.winnow.local.server;

import dev.winnow.history.MessageHistory;
import dev.winnow.message.MessageIds;
import dev.winnow.queue.EnvelopeQueue;
import dev.winnow.service.Stores;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.worker.rules.RuleFeed;

/** The parts of a running server that its console works on. */
record ConsoleParts(
        DataFolder folder,
        SqliteDatabase database,
        Stores stores,
        MessageHistory history,
        EnvelopeQueue queue,
        MessageIds ids,
        RuleFeed rules) {}
