package dev.winnow.example;

import dev.winnow.client.ApiClient;
import dev.winnow.client.ApiException;
import dev.winnow.client.api.MessagesApi;
import dev.winnow.client.model.Batch;
import dev.winnow.client.model.BatchResult;
import dev.winnow.client.model.Message;
import dev.winnow.client.model.Problem;
import dev.winnow.client.model.Verdict;
import dev.winnow.client.model.VerdictResult;
import java.util.List;
import java.util.stream.Collectors;

/** Submits a batch, reads its verdicts, and shows an error. Arguments: the server's address and an API key. */
public final class Example {
    private Example() {}

    public static void main(String... arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + arguments[1]));
        MessagesApi messages = new MessagesApi(client);

        List<BatchResult> accepted = messages.submitMessages(
                        new Batch()
                                .addMessagesItem(new Message()
                                        .text("Your parcel is held: pay the 1.99 customs fee at http://royal-post.top/pay"))
                                .addMessagesItem(new Message().text("See you at eight?").clientRef("second"))
                                .addMessagesItem(new Message().text("")),
                        null,
                        null,
                        null)
                .getResults();
        for (BatchResult result : accepted) {
            System.out.println("batch " + result.getIndex() + " " + result.getStatus() + " "
                    + (result.getProblem() == null ? "accepted" : result.getProblem().getErrors().get(0).getDetail()));
        }

        Verdict first = messages.readMessage(accepted.get(0).getId(), "wait=20", null, null);
        System.out.println("read " + first.getVerdict() + ", by "
                + (first.getMatches().isEmpty() ? "no rule" : "rules"));
        Verdict second = messages.readMessage(accepted.get(1).getId(), "wait=20", null, null);
        System.out.println("read " + second.getVerdict() + " of " + second.getClientRef());
        String ids = accepted.stream().map(BatchResult::getId).filter(id -> id != null).collect(Collectors.joining(","));
        for (VerdictResult result : messages.readMessages(ids, null).getResults()) {
            System.out.println("read " + result.getIndex() + " " + result.getStatus() + " "
                    + result.getMessage().getStatus());
        }

        try {
            messages.submitMessage(new Message().text("hi").country("Germany"), null, null, null, null);
            throw new AssertionError("the server took a wrong country");
        } catch (ApiException e) {
            Problem problem = ApiClient.createDefaultObjectMapper().readValue(e.getResponseBody(), Problem.class);
            System.out.println("error " + problem.getStatus() + " " + problem.getType() + " "
                    + problem.getErrors().get(0).getPointer());
        }
    }
}
