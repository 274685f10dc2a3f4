package dev.winnow.lab.load;

import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Makes texts as people and fraudsters write them, in several languages and lengths; each one is different. One thread; equal seeds give
 * equal texts.
 */
public final class MessageMix {
    private static final List<String> EVERYDAY = List.of(
            "ok",
            "On my way, 10 minutes",
            "See you at eight at the corner, I'll bring the tickets",
            "Mum says dinner is at seven, can you pick up bread and some milk on the way home please",
            "Könntest du heute Abend noch Milch mitbringen? Die Kleine schläft schon",
            "¿Vienes a la fiesta del sábado? Avísame antes del viernes, por favor :)",
            "Tu as vu le match hier soir ? Incroyable, on en parle demain au bureau",
            "Kal milte hain, office ke baad chai peene chalte hain",
            "привет, буду через полчаса, захвати зонт",
            "明日の会議は10時からに変わりました。よろしくお願いします",
            "Your appointment with Dr. Weber is on 12 March at 09:40. Reply C to cancel",
            "123456 is your verification code. Do not share it with anyone",
            "The plumber came, it was only the valve. He wants 80 cash, I left the receipt on the kitchen table next to the keys. "
                    + "Also the neighbours asked whether we can feed the cat over the long weekend",
            "lol that was the best game ever 😂😂 see you at practice");

    private static final List<String> JUNK = List.of(
            "Royal Post: your parcel is held. Pay the 1.99 customs fee here: http://royal-post-fee.top/pay",
            "Your bank account has been locked. Verify your identity now at http://secure-login-bank.xyz/verify or it will be closed",
            "CONGRATULATIONS! You have won a 1000 pound prize. Call 09061234567 now to claim. 18+ only",
            "Hi Mum, I lost my phone, this is my new number. I need to pay a bill today, can you transfer me 890 euro?",
            "Earn 500 dollars daily working from home, no experience needed! Contact us on WhatsApp +447700900123",
            "URGENT: unpaid toll of 6.99. Pay today to avoid a penalty: https://toll-payment.vip/us");

    private final SplittableRandom random;
    private final int junkPercent;
    private final StringBuilder body = new StringBuilder();
    private long number;

    /** Creates a mix with this share of junk, 0 to 100 percent. */
    public MessageMix(long seed, int junkPercent) {
        this.random = new SplittableRandom(seed);
        this.junkPercent = junkPercent;
    }

    /** Makes the JSON body of a request that submits this many messages. */
    String nextBody(int messages) {
        body.setLength(0);
        if (messages == 1) {
            addMessage();
            return body.toString();
        }
        body.append("{\"messages\":[");
        for (int i = 0; i < messages; i++) {
            body.append(i == 0 ? "" : ",");
            addMessage();
        }
        return body.append("]}").toString();
    }

    /** Makes the next text. */
    public String nextText() {
        List<String> texts = random.nextInt(100) < junkPercent ? JUNK : EVERYDAY;
        return texts.get(random.nextInt(texts.size())) + " " + number++;
    }

    private void addMessage() {
        String text = nextText();
        body.append("{\"sender\":\"+4477009")
                .append(10_000 + random.nextInt(90_000))
                .append("\",\"text\":\"");
        JsonStringEncoder.getInstance().quoteAsString(text, body);
        body.append("\"}");
    }
}
