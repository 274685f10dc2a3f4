package dev.winnow.sqlite;

import dev.winnow.campaign.CampaignLog;
import dev.winnow.campaign.CampaignLogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteCampaignLogIT extends CampaignLogContract {
    @RegisterExtension
    final SqliteFile file = new SqliteFile();

    @Override
    protected CampaignLog log() {
        return file.database().campaigns();
    }
}
