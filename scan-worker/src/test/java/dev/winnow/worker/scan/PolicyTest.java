package dev.winnow.worker.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.tenant.TenantSettings;
import dev.winnow.verdict.Category;
import dev.winnow.verdict.DecidedBy;
import dev.winnow.yara.Variable;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final String SENDER = "+44 7700 900123";
    private static final RuleFact FRAUD = new RuleFact("fraud", "Fraud", Category.JUNK, 60, false, true, null, true);
    private static final RuleFact HINT = new RuleFact("hint", "Hint", Category.JUNK, 30, false, false, null, true);
    private static final RuleFact CODE = new RuleFact("code", "Code", Category.TRANSACTION, 0, true, false, null, true);
    private static final RuleFact BILL =
            new RuleFact("bill", "Bill", Category.TRANSACTION, -15, false, false, null, true);
    private static final RuleFact SALE = new RuleFact("sale", "Sale", Category.PROMOTION, 25, false, false, null, true);
    private static final TenantSettings ALLOWING = new TenantSettings(50, 15, Set.of("+447700900123"), Set.of());
    private static final TenantSettings BLOCKING = new TenantSettings(50, 15, Set.of(), Set.of(SENDER));
    private static final TenantSettings BOTH = new TenantSettings(50, 15, Set.of(SENDER), Set.of(SENDER));

    @Test
    void callsAMessageWithoutMatchesClean() {
        assertThat(decide(TenantSettings.DEFAULT)).isEqualTo(new Policy.Decision(Category.CLEAN, 0, DecidedBy.SCORE));
    }

    @Test
    void addsWeightsAndComparesThemWithTheTenantsThreshold() {
        assertThat(decide(TenantSettings.DEFAULT, HINT, SALE).category()).isEqualTo(Category.JUNK);
        assertThat(decide(TenantSettings.DEFAULT.withJunkThreshold(56), HINT, SALE)
                        .category())
                .isEqualTo(Category.PROMOTION);
        assertThat(decide(TenantSettings.DEFAULT, HINT, BILL).score()).isEqualTo(15);
    }

    @Test
    void capsTheScore() {
        assertThat(decide(TenantSettings.DEFAULT, FRAUD, FRAUD).score()).isEqualTo(100);
        assertThat(decide(TenantSettings.DEFAULT, BILL).score()).isZero();
    }

    @Test
    void protectsACodeAgainstAnyScore() {
        assertThat(decide(TenantSettings.DEFAULT, CODE, HINT, HINT))
                .isEqualTo(new Policy.Decision(Category.TRANSACTION, 60, DecidedBy.PROTECTED));
    }

    @Test
    void doesNotProtectACodeBesideAFraud() {
        assertThat(decide(TenantSettings.DEFAULT, CODE, FRAUD))
                .isEqualTo(new Policy.Decision(Category.JUNK, 60, DecidedBy.SCORE));
    }

    @Test
    void protectsACodeFromABlockedSender() {
        assertThat(decide(BLOCKING, CODE).decidedBy()).isEqualTo(DecidedBy.PROTECTED);
        assertThat(decide(BLOCKING)).isEqualTo(new Policy.Decision(Category.JUNK, 0, DecidedBy.BLOCKED_SENDER));
    }

    @Test
    void letsAnAllowedSenderDoAnything() {
        assertThat(decide(ALLOWING, FRAUD))
                .isEqualTo(new Policy.Decision(Category.CLEAN, 60, DecidedBy.ALLOWED_SENDER));
        assertThat(decide(BOTH, FRAUD).decidedBy()).isEqualTo(DecidedBy.ALLOWED_SENDER);
        assertThat(decide(BOTH, FRAUD, CODE).category()).isEqualTo(Category.TRANSACTION);
    }

    @Test
    void tellsPromotionsAndTransactionsApart() {
        assertThat(decide(TenantSettings.DEFAULT, SALE).category()).isEqualTo(Category.PROMOTION);
        assertThat(decide(TenantSettings.DEFAULT, BILL).category()).isEqualTo(Category.TRANSACTION);
        assertThat(decide(TenantSettings.DEFAULT, SALE, BILL).category()).isEqualTo(Category.TRANSACTION);
    }

    @Test
    void takesPointsOfTheWordingFromBundledRulesOnly() {
        RuleFact honest = new RuleFact("w", "W", Category.JUNK, -45, false, false, Variable.WORDING_JUNK, true);
        RuleFact likeJunk = new RuleFact("w", "W", Category.JUNK, 40, false, false, Variable.WORDING_JUNK, true);
        RuleFact own = new RuleFact("own", "Own", Category.JUNK, 60, false, false, null, false);

        assertThat(decide(TenantSettings.DEFAULT, FRAUD, honest).score()).isEqualTo(15);
        assertThat(decide(TenantSettings.DEFAULT, FRAUD, FRAUD, honest).score()).isEqualTo(55);
        assertThat(decide(TenantSettings.DEFAULT, own, honest).score()).isEqualTo(60);
        assertThat(decide(TenantSettings.DEFAULT, own, FRAUD, honest).score()).isEqualTo(75);
        assertThat(decide(TenantSettings.DEFAULT, HINT, likeJunk).score()).isEqualTo(70);
        assertThat(decide(TenantSettings.DEFAULT, SALE, honest).category()).isEqualTo(Category.PROMOTION);
    }

    private static Policy.Decision decide(TenantSettings settings, RuleFact... matched) {
        return Policy.decideVerdict(List.of(matched), SENDER, settings);
    }
}
