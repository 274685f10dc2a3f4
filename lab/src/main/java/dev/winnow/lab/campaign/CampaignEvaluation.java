package dev.winnow.lab.campaign;

import dev.winnow.lab.evaluate.EvaluationFigures;
import dev.winnow.lab.learn.Corpus;
import dev.winnow.lab.learn.LabelledMessage;
import dev.winnow.sqlite.SqliteDatabase;
import dev.winnow.worker.scan.CampaignReader;
import dev.winnow.worker.scan.link.LinkLists;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Measures campaigns against their bars. {@code make evaluate-campaigns} runs it. */
public final class CampaignEvaluation {
    /** A campaign for so many messages of the stream: 200 in a million. */
    private static final int MESSAGES_A_CAMPAIGN = 5_000;

    private CampaignEvaluation() {}

    /**
     * Evaluates; exits with 1 if a figure misses its bar.
     *
     * @param arguments the folder of corpora, and the number of messages of the stream
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path folder = Path.of(arguments[0]);
        int length = Integer.parseInt(arguments[1]);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        EvaluationFigures figures = new EvaluationFigures(out);
        Corpus synthetic = Corpus.readFile(folder.resolve("synthetic_multilingual.tsv"));
        Corpus chat = Corpus.readFile(folder.resolve("uci_sms_spam_collection.tsv"));
        FamilyEvaluation families = new FamilyEvaluation(out, figures);
        families.evaluatePairs(synthetic);
        families.evaluateChat(chat);
        CampaignCost cost = new CampaignCost(figures);
        cost.measureTime(chat.messages().stream().map(LabelledMessage::text).toList());
        cost.measureMemory();
        Corpus phishing = Corpus.readFile(folder.resolve("mendeley_sms_phishing.tsv"));
        Corpus thai = Corpus.readFile(folder.resolve("thai_sms_filter.tsv"));
        List<String> ham = Corpus.readAll(folder).stream()
                .flatMap(corpus -> listHam(corpus).stream())
                .toList();
        evaluateStream(
                List.of(synthetic, chat, phishing, thai),
                listHam(chat),
                length,
                out,
                figures,
                new DraftEvaluation(ham, out, figures));
        System.exit(figures.anyShort() ? 1 : 0);
    }

    private static void evaluateStream(
            List<Corpus> junk,
            List<String> chat,
            int length,
            PrintWriter out,
            EvaluationFigures figures,
            DraftEvaluation drafts)
            throws IOException, InterruptedException, ExecutionException {
        List<HiddenCampaign> hidden =
                HiddenCampaigns.chooseFrom(junk, length / MESSAGES_A_CAMPAIGN, new CampaignReader(LinkLists.bundled()));
        Path folder = Files.createTempDirectory("campaigns");
        try (SqliteDatabase store = SqliteDatabase.openFile(folder.resolve("store.db"), Clock.systemUTC())) {
            StreamEvaluation stream = new StreamEvaluation(store.campaigns());
            stream.evaluate(hidden, new ChatWriter(chat, new SplittableRandom(4)), length, out, figures);
            drafts.evaluateDrafts(stream.findHidden(hidden));
        } finally {
            deleteFiles(folder);
        }
    }

    private static List<String> listHam(Corpus corpus) {
        return corpus.messages().stream()
                .filter(message -> message.label().equals("ham"))
                .map(LabelledMessage::text)
                .toList();
    }

    private static void deleteFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }
}
