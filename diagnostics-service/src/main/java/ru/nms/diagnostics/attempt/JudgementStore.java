package ru.nms.diagnostics.attempt;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.instrument.Paper;
import ru.nms.diagnostics.scoring.Marks;
import ru.nms.diagnostics.scoring.WeightedKappa;
import ru.nms.platform.access.Scope;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Selection;
import ru.nms.platform.time.Ids;
import tools.jackson.databind.json.JsonMapper;

/// All SQL of judgements. What a judge reads names neither the person nor the attempt.
@Repository
class JudgementStore {

    static final Listing MINE = Listing.of("judgements", "j.id", """
            FROM judgement j JOIN campaign c ON c.id = j.campaign_id JOIN task t ON t.id = j.task_id
            JOIN answer n ON n.attempt_id = j.attempt_id AND n.task_id = j.task_id""")
            .sort("createdAt", "j.created_at", Kind.INSTANT)
            .filter("campaignId", "j.campaign_id = :campaignId", Kind.ID)
            .filter("judged", "(j.judged_at IS NOT NULL) = :judged", Kind.YES_NO);

    static final Listing OPEN = Listing.of("open-judgements", "j.id", "FROM judgement j JOIN attempt a ON a.id = j.attempt_id")
            .sort("createdAt", "j.created_at", Kind.INSTANT)
            .filter("judgeId", "j.judge_id = :judgeId", Kind.ID);

    /// What somebody is still asked: neither whose answer it is nor what it says.
    record Open(UUID id, Instant createdAt, UUID judgeId, int turn) {}

    private static final String COLUMNS = "id, campaign_id, attempt_id, task_id, judge_id, turn, points";

    private final DatabaseClient db;
    private final Lists lists;
    private final JsonMapper json;

    JudgementStore(DatabaseClient db, Lists lists, EventJson json) {
        this.db = db;
        this.lists = lists;
        this.json = json.mapper();
    }

    /// Asks the first two judges about each of the tasks.
    Mono<Void> ask(Attempt attempt, Judges judges, List<Paper.Item> tasks, Instant now) {
        int count = tasks.size() * 2;
        return insert(attempt, IntStream.range(0, count).mapToObj(i -> tasks.get(i / 2).id()).toArray(UUID[]::new),
                IntStream.range(0, count).mapToObj(i -> judges.of(i % 2 + 1)).toArray(UUID[]::new),
                IntStream.range(0, count).mapToObj(i -> i % 2 + 1).toArray(Integer[]::new), now);
    }

    Mono<Void> askThird(Attempt attempt, UUID judge, UUID task, Instant now) {
        return insert(attempt, new UUID[] {task}, new UUID[] {judge}, new Integer[] {3}, now);
    }

    private Mono<Void> insert(Attempt attempt, UUID[] tasks, UUID[] judges, Integer[] turns, Instant now) {
        return db.sql("""
                INSERT INTO judgement (id, created_at, campaign_id, attempt_id, task_id, judge_id, turn)
                SELECT asked.id, :now, :campaign, :attempt, asked.task, asked.judge, asked.turn
                  FROM unnest(:ids, :tasks, :judges, :turns) AS asked (id, task, judge, turn)
                """)
                .bind("ids", IntStream.range(0, tasks.length).mapToObj(i -> Ids.next()).toArray(UUID[]::new))
                .bind("tasks", tasks).bind("judges", judges).bind("turns", turns).bind("now", now)
                .bind("campaign", attempt.campaignId()).bind("attempt", attempt.id())
                .fetch().rowsUpdated().then();
    }

    Mono<Judgement> find(UUID id) {
        return db.sql("SELECT " + COLUMNS + " FROM judgement WHERE id = :id").bind("id", id).mapProperties(Judgement.class).one();
    }

    Mono<List<Judgement>> of(UUID attempt) {
        return db.sql("SELECT " + COLUMNS + " FROM judgement WHERE attempt_id = :attempt ORDER BY task_id, turn")
                .bind("attempt", attempt).mapProperties(Judgement.class).all().collectList();
    }

    Mono<Void> handOver(UUID id, UUID judge) {
        return db.sql("UPDATE judgement SET judge_id = :judge WHERE id = :id AND points IS NULL").bind("judge", judge).bind("id", id)
                .fetch().rowsUpdated().then();
    }

    /// A merged judge; where both were asked about one answer, each question stays what it was.
    Mono<Void> passOn(UUID from, UUID to) {
        return db.sql("""
                UPDATE judgement moved SET judge_id = :to
                 WHERE judge_id = :from AND NOT EXISTS (SELECT FROM judgement kept WHERE kept.attempt_id = moved.attempt_id
                       AND kept.task_id = moved.task_id AND kept.judge_id = :to)
                """).bind("from", from).bind("to", to).fetch().rowsUpdated().then();
    }

    Selection<Open> open(ListRequest request, UUID campaign) {
        return lists.select(OPEN, request, "j.id, j.created_at, j.judge_id, j.turn",
                new Scope.Condition("j.campaign_id = :campaign AND j.points IS NULL AND a.status = 'JUDGING'", Map.of("campaign", campaign)),
                row -> new Open(requireNonNull(row.get("id", UUID.class)), requireNonNull(row.get("created_at", Instant.class)),
                        requireNonNull(row.get("judge_id", UUID.class)), requireNonNull(row.get("turn", Integer.class))));
    }

    Mono<Void> judge(UUID id, Marks marks, BigDecimal points, Instant now) {
        return db.sql("UPDATE judgement SET marks = CAST(:marks AS jsonb), points = :points, judged_at = :now WHERE id = :id")
                .bind("marks", json.writeValueAsString(marks.byCriterion())).bind("points", points).bind("now", now).bind("id", id)
                .fetch().rowsUpdated().then();
    }

    Selection<JudgementView> mine(ListRequest request, UUID judge) {
        return lists.select(MINE, request, """
                j.id, j.created_at, j.campaign_id, c.title, t.stem, t.points, CAST(t.criteria AS text) AS criteria,
                n.answer ->> 'text' AS answer, CAST(j.marks AS text) AS marks, j.judged_at
                """, new Scope.Condition("j.judge_id = :judge", Map.of("judge", judge)), row -> JudgementView.of(row, json));
    }

    /// Each answer that two have judged, as shares of its task.
    Mono<List<WeightedKappa.Pair>> pairs(UUID campaign) {
        return db.sql("""
                SELECT first.points * 100 / t.points AS first, second.points * 100 / t.points AS second
                  FROM judgement first
                  JOIN judgement second ON second.attempt_id = first.attempt_id AND second.task_id = first.task_id AND second.turn = 2
                  JOIN task t ON t.id = first.task_id
                  JOIN attempt a ON a.id = first.attempt_id AND a.status <> 'ANNULLED'
                 WHERE first.campaign_id = :campaign AND first.turn = 1 AND first.points IS NOT NULL AND second.points IS NOT NULL
                """).bind("campaign", campaign)
                .map(row -> new WeightedKappa.Pair(requireNonNull(row.get("first", BigDecimal.class)),
                        requireNonNull(row.get("second", BigDecimal.class))))
                .all().collectList();
    }
}
