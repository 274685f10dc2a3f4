package dev.winnow.sqlite;

import dev.winnow.campaign.Campaign;
import dev.winnow.campaign.CampaignCodec;
import dev.winnow.campaign.CampaignLog;
import dev.winnow.campaign.WaveReport;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Campaigns in the table {@code campaigns}, and reports of workers in {@code wave_reports}. */
final class SqliteCampaignLog implements CampaignLog {
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final SteadyExpiry expiry;

    SqliteCampaignLog(SqliteWriter writer, SqliteReaders readers, SteadyExpiry expiry) {
        this.writer = writer;
        this.readers = readers;
        this.expiry = expiry;
    }

    @Override
    public void saveReport(WaveReport report) {
        long before = expiry.deletableBefore() - REPORTS_KEPT.toMillis();
        int _ = writer.writeAndWait(statements -> {
            statements.update("DELETE FROM wave_reports WHERE at < ?", before);
            return statements.update(
                    "INSERT OR REPLACE INTO wave_reports (at, worker, item) VALUES (?, ?, ?)",
                    report.at().toEpochMilli(),
                    report.worker(),
                    CampaignCodec.encode(report));
        });
    }

    @Override
    public List<WaveReport> listReports(Instant from, Instant until) {
        return readers.read(statements -> statements.list(
                "SELECT item FROM wave_reports WHERE at >= ? AND at < ? ORDER BY at, worker",
                row -> CampaignCodec.decodeReport(row.getString(1)),
                from.toEpochMilli(),
                until.toEpochMilli()));
    }

    @Override
    public void saveCampaigns(Collection<Campaign> campaigns) {
        long before = expiry.deletableBefore() - CAMPAIGNS_KEPT.toMillis();
        int _ = writer.writeAndWait(statements -> {
            int changed = statements.update("DELETE FROM campaigns WHERE last_seen < ?", before);
            for (Campaign campaign : campaigns) {
                changed += statements.update(
                        "INSERT OR REPLACE INTO campaigns (id, last_seen, item) VALUES (?, ?, ?)",
                        campaign.id(),
                        campaign.lastSeen().toEpochMilli(),
                        CampaignCodec.encode(campaign));
            }
            return changed;
        });
    }

    @Override
    public void deleteCampaigns(Collection<String> ids) {
        int _ = writer.writeAndWait(statements -> {
            int deleted = 0;
            for (String id : ids) {
                deleted += statements.update("DELETE FROM campaigns WHERE id = ?", id);
            }
            return deleted;
        });
    }

    @Override
    public Optional<Campaign> findCampaign(String id) {
        return readers.read(statements -> statements
                .list(
                        "SELECT item FROM campaigns WHERE id = ?",
                        row -> CampaignCodec.decodeCampaign(row.getString(1)),
                        id)
                .stream()
                .findFirst());
    }

    @Override
    public List<Campaign> listCampaigns(Instant seenSince) {
        return readers.read(statements -> statements.list(
                "SELECT item FROM campaigns WHERE last_seen >= ? ORDER BY last_seen DESC LIMIT ?",
                row -> CampaignCodec.decodeCampaign(row.getString(1)),
                seenSince.toEpochMilli(),
                MAX_CAMPAIGNS));
    }
}
