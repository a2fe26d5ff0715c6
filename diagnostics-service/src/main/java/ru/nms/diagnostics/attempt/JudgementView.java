package ru.nms.diagnostics.attempt;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.r2dbc.spi.Readable;
import ru.nms.diagnostics.scoring.Criterion;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// An open answer as its judge sees it: whose it is, is not said.
@JsonInclude(JsonInclude.Include.NON_NULL)
record JudgementView(UUID id, Instant createdAt, UUID campaignId, String campaign, String stem, int points, List<Criterion> criteria,
                     String answer, @Nullable Map<String, Integer> marks, @Nullable Instant judgedAt) {

    private static final TypeReference<List<Criterion>> CRITERIA = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> MARKS = new TypeReference<>() {};

    static JudgementView of(Readable row, JsonMapper json) {
        var marks = row.get("marks", String.class);
        return new JudgementView(requireNonNull(row.get("id", UUID.class)), requireNonNull(row.get("created_at", Instant.class)),
                requireNonNull(row.get("campaign_id", UUID.class)), requireNonNull(row.get("title", String.class)),
                requireNonNull(row.get("stem", String.class)), requireNonNull(row.get("points", Integer.class)),
                json.readValue(requireNonNull(row.get("criteria", String.class)), CRITERIA),
                requireNonNull(row.get("answer", String.class)), marks == null ? null : json.readValue(marks, MARKS),
                row.get("judged_at", Instant.class));
    }
}
