package dev.winnow.campaign;

class InMemoryCampaignLogTest extends CampaignLogContract {
    private final InMemoryCampaignLog log = new InMemoryCampaignLog();

    @Override
    protected CampaignLog log() {
        return log;
    }
}
