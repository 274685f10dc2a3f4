package dev.winnow.aws;

import dev.winnow.publication.TrippedRules;
import dev.winnow.publication.TrippedRulesContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoTrippedRulesIT extends TrippedRulesContract {
    @RegisterExtension
    static final DynamoTestTable table = new DynamoTestTable();

    @Override
    protected TrippedRules store() {
        return table.at(Clock.systemUTC()).tripped();
    }
}
