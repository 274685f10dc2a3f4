package dev.winnow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.uuid.Generators;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageIdsTest {
    private static final IdSecret OLD = secret(0, 1);
    private static final IdSecret NEW = secret(1, 2);
    private final MessageIds ids = new MessageIds(List.of(OLD));
    private final UUID envelope = Generators.timeBasedEpochGenerator().generate();

    @Test
    void knowsItsOwnIds() {
        MessageId id = ids.issueId(envelope, 199, "acme");

        assertThat(id.toString()).hasSize(32).matches("[A-Za-z0-9_-]+");
        assertThat(ids.verifyId(id.toString(), "acme")).contains(id);
        assertThat(id.envelope()).isEqualTo(envelope);
        assertThat(id.slot()).isEqualTo(199);
    }

    @Test
    void doesNotKnowAnotherTenantsIds() {
        assertThat(ids.verifyId(ids.issueId(envelope, 0, "acme").toString(), "acme2"))
                .isEmpty();
    }

    @Test
    void doesNotKnowIdsWithAnyBitChanged() {
        byte[] genuine = java.util.Base64.getUrlDecoder()
                .decode(ids.issueId(envelope, 5, "acme").toString());
        for (int bit = 0; bit < genuine.length * 8; bit++) {
            byte[] forged = genuine.clone();
            forged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(ids.verifyId(java.util.Base64.getUrlEncoder().encodeToString(forged), "acme"))
                    .as("bit %s", bit)
                    .isEmpty();
        }
    }

    @Test
    void doesNotKnowRandomTexts() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[24];
            random.nextBytes(bytes);
            assertThat(ids.verifyId(java.util.Base64.getUrlEncoder().encodeToString(bytes), "acme"))
                    .isEmpty();
        }
        assertThat(List.of("", "a", "!".repeat(32), "a".repeat(31), "a".repeat(33), "é".repeat(32)))
                .allSatisfy(text -> assertThat(ids.verifyId(text, "acme")).isEmpty());
    }

    @Test
    void keepsOldIdsReadableWhenTheSecretIsRotated() {
        MessageId old = ids.issueId(envelope, 0, "acme");
        MessageIds rotated = new MessageIds(List.of(NEW, OLD));
        MessageId fresh = rotated.issueId(envelope, 0, "acme");

        assertThat(rotated.verifyId(old.toString(), "acme")).contains(old);
        assertThat(rotated.verifyId(fresh.toString(), "acme")).contains(fresh);
        assertThat(fresh).isNotEqualTo(old);
        assertThat(new MessageIds(List.of(NEW)).verifyId(old.toString(), "acme"))
                .isEmpty();
    }

    @Test
    void needsASecretThatIsLongEnough() {
        assertThatThrownBy(() -> new MessageIds(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MessageIds(List.of(OLD, secret(0, 9))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IdSecret.fromBytes(0, new byte[31]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32");
        assertThatThrownBy(() -> IdSecret.fromBytes(16, new byte[32])).isInstanceOf(IllegalArgumentException.class);
        assertThat(OLD.toString()).isEqualTo("IdSecret[number=0]");
    }

    private static IdSecret secret(int number, int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return IdSecret.fromBytes(number, key);
    }
}
