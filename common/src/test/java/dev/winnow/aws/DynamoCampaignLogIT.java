package dev.winnow.aws;

import dev.winnow.campaign.CampaignLog;
import dev.winnow.campaign.CampaignLogContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoCampaignLogIT extends CampaignLogContract {
    @RegisterExtension
    static final DynamoTestTable table = new DynamoTestTable();

    @Override
    protected CampaignLog log() {
        return table.at(Clock.systemUTC()).campaigns();
    }
}
