package ru.nms.diagnostics.attempt;

import static ru.nms.diagnostics.Diagnostics.PERM;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.diagnostics.Api;
import ru.nms.diagnostics.attempt.Taking.Instrument;
import ru.nms.diagnostics.campaign.Campaigns;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;

/// A running campaign of one person whose open answer is judged by these.
record Bench(Instrument instrument, UUID[] judges, Taking me, UUID campaign) {

    static Bench of(Instrument instrument) {
        var judges = Stream.generate(() -> Learnt.person(UUID.randomUUID())).limit(3).toArray(UUID[]::new);
        var me = Taking.somebody();
        return new Bench(instrument, judges, me, Campaigns.announced(instrument.id(), "LIST", ", \"judgeIds\": %s, \"personIds\": %s"
                .formatted(Campaigns.ids(judges), Campaigns.ids(me.person()))));
    }

    static Api as(UUID judge) {
        return new Api(PERM.as(Role.ASSESSOR, judge));
    }

    UUID handedIn() {
        var attempt = me.starts(campaign);
        me.chooses(attempt, instrument.choice(), 1, "2").expectStatus().isNoContent();
        me.saves(attempt, instrument.open(), 1, "{\"text\": \"Потому что так\"}").expectStatus().isNoContent();
        me.submits(attempt).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("JUDGING").jsonPath("$.points").doesNotExist();
        return attempt;
    }

    /// An attempt of which two judges think little.
    UUID graded() {
        var attempt = handedIn();
        gives(judge(attempt, 1), 2);
        gives(judge(attempt, 2), 2);
        return attempt;
    }

    /// Who is asked in this turn.
    UUID judge(UUID attempt, int turn) {
        return PERM.inTransaction(PERM.bean(DatabaseClient.class)
                .sql("SELECT judge_id FROM judgement WHERE attempt_id = :attempt AND turn = :turn").bind("attempt", attempt).bind("turn", turn)
                .map(row -> row.get("judge_id", UUID.class)).one());
    }

    void gives(UUID judge, int mark) {
        as(judge).put("judgements/" + asked(judge), "*", marks(mark)).expectStatus().isNoContent();
    }

    static String marks(int mark) {
        return "{\"marks\": {\"DEPTH\": %d}}".formatted(mark);
    }

    String asked(UUID judge) {
        return String.valueOf(items(as(judge).read("judgements?campaignId=" + campaign)).getFirst().get("id"));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> items(Map<String, Object> page) {
        return (List<Map<String, Object>>) page.get("items");
    }
}
