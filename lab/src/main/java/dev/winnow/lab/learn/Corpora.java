package dev.winnow.lab.learn;

import dev.winnow.rules.Disguise;
import dev.winnow.worker.scan.FeatureLister;
import dev.winnow.worker.scan.link.LinkLists;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All labelled messages that the wording model is learnt from and measured on: the written corpora, and a folder of files from others.
 * Immutable; any thread.
 *
 * @param messages in the order of the files
 */
public record Corpora(List<CorpusMessage> messages) {
    /** The files of others whose licence allows a model learnt from them to be shipped. */
    private static final Set<String> PERMITTED = Set.of(
            "uci_sms_spam_collection",
            "mendeley_sms_phishing",
            "synthetic_multilingual",
            "hard_cases_multilingual",
            "thai_sms_filter");

    /** The disguises that folding does not undo: the model learns to see through them. */
    private static final List<Disguise> DISGUISES = List.of(
            Disguise.ONE_DOT, Disguise.ONE_SPACE, Disguise.DOTTED, Disguise.DOUBLED_LETTER, Disguise.TYPING_ERROR);

    /** Each message is learnt in so many disguises beside its plain form. */
    private static final int COPIES = 2;

    public Corpora {
        messages = List.copyOf(messages);
    }

    /**
     * Reads all files and lists the features of each message.
     *
     * @param written the folder of the written corpora
     * @param others a folder of files {@code label<TAB>text}
     * @throws IllegalArgumentException if a line has another form; names it
     */
    public static Corpora readAll(Path written, Path others) throws IOException {
        FeatureLister lister = new FeatureLister(LinkLists.bundled());
        List<CorpusMessage> messages = new ArrayList<>();
        for (WrittenRows.Row row : WrittenRows.readAll(written)) {
            messages.add(newMessage(row, lister));
        }
        for (Corpus corpus : Corpus.readAll(others)) {
            for (LabelledMessage message : corpus.messages()) {
                messages.add(newMessage(
                        new WrittenRows.Row(corpus.name(), "-", message.label(), "-", "-", message.text()), lister));
            }
        }
        return new Corpora(messages);
    }

    /** The messages that a shipped model may learn from, but for those that a measurement keeps aside. */
    public List<WordingTrainer.Example> selectExamples(Predicate<CorpusMessage> keptAside) {
        return messages.stream()
                .filter(message -> message.fold().equals("train") || PERMITTED.contains(message.source()))
                .filter(keptAside.negate())
                .flatMap(CorpusMessage::toExamples)
                .toList();
    }

    private static CorpusMessage newMessage(WrittenRows.Row row, FeatureLister lister) {
        return new CorpusMessage(
                row.source(),
                row.fold(),
                row.label(),
                row.language(),
                row.kind(),
                row.text(),
                List.copyOf(lister.listFeatures(row.text())),
                listDisguises(row.text())
                        .map(hidden -> List.copyOf(lister.listFeatures(hidden)))
                        .toList());
    }

    private static Stream<String> listDisguises(String text) {
        int first = Math.floorMod(text.hashCode(), DISGUISES.size());
        return IntStream.range(first, first + COPIES)
                .mapToObj(i -> DISGUISES.get(i % DISGUISES.size()).disguise(text));
    }
}
