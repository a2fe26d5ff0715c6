package ru.nms.platform.region;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// How experts score a municipal service: sections, the most points of each by year, and what evaluators look at.
public record ScoringRubric(String title, BigDecimal scoreStep, @Nullable String note, Map<Integer, BigDecimal> maxTotal,
                            List<Section> sections, String missing, String comparison,
                            @Nullable SourcedList analysisRules, @Nullable SourcedList decisionDocuments,
                            List<Titled> typicalErrors, @Nullable Source source) {

    public record Section(int n, String title, Map<Integer, BigDecimal> max, @Nullable String note,
                          @Nullable Source source) {

        public Section {
            max = Copies.sorted(max);
        }
    }

    public ScoringRubric {
        maxTotal = Copies.sorted(maxTotal);
        sections = Copies.list(sections);
        typicalErrors = Copies.list(typicalErrors);
    }
}
