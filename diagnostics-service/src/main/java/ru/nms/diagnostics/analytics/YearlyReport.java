package ru.nms.diagnostics.analytics;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Flux;
import ru.nms.platform.document.Document;
import ru.nms.platform.document.Document.Bar;
import ru.nms.platform.table.Sheet;
import ru.nms.platform.table.Table;

/// What a year of diagnostics came to: the analytical report of the region.
///
/// @param asOf        when it was made, by the region's clocks: what is recorded later of the year is not in it
/// @param instruments that were in force
/// @param campaigns   that were announced
/// @param results     that were taken
/// @param literacy    empty where the region does not diagnose it
record YearlyReport(int year, LocalDateTime asOf, long instruments, long campaigns, long results, List<Coverage> region, List<Coverage> municipalities,
                    List<Coverage> subjects, List<Difficulty> difficulties, List<Difficulty> bySubject, List<Literacy> literacy,
                    List<Recommendation> recommendations) {

    private static final int MOST = 3;
    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    /// What follows from a typical difficulty.
    ///
    /// @param rank 1 for the most frequent one
    record Recommendation(int rank, String competence, String title, long weak, long measured, BigDecimal percent, String text) {}

    private static final Table<Recommendation> RECOMMENDATIONS = Table.<Recommendation>named("recommendations")
            .column("rank", "Место", Recommendation::rank)
            .column("title", "Область компетенций", Recommendation::title)
            .column("weak", "С дефицитом", Recommendation::weak)
            .column("measured", "Оценено", Recommendation::measured)
            .column("percent", "Доля с дефицитом, %", Recommendation::percent)
            .column("text", "Рекомендация", Recommendation::text);

    /// The most frequent difficulties of the region, and what to do about them.
    static List<Recommendation> recommendations(List<Difficulty> ofRegion) {
        var worst = ofRegion.stream().filter(it -> it.weak() > 0)
                .sorted(Comparator.comparing((Difficulty it) -> it.percent()).reversed().thenComparing(Difficulty::competence)).limit(MOST).toList();
        var found = new ArrayList<Recommendation>();
        for (var it : worst) {
            found.add(new Recommendation(found.size() + 1, it.competence(), it.competenceTitle(), it.weak(), it.measured(), it.percent(),
                    "Предусмотреть программы повышения квалификации, стажировки и сопровождение маршрутов по области «%s»: дефицит у %d из %d."
                            .formatted(it.competenceTitle(), it.weak(), it.measured())));
        }
        return found;
    }

    List<Sheet> sheets() {
        return List.of(sheet("Регион", AnalyticsTables.COVERAGE, region), sheet("Муниципалитеты", AnalyticsTables.COVERAGE, municipalities),
                sheet("Предметы", AnalyticsTables.COVERAGE, subjects), sheet("Дефициты", AnalyticsTables.DIFFICULTIES, difficulties),
                sheet("Дефициты по предметам", AnalyticsTables.DIFFICULTIES, bySubject),
                sheet("Функциональная грамотность", AnalyticsTables.LITERACY, literacy),
                sheet("Рекомендации", RECOMMENDATIONS, recommendations));
    }

    private static <T> Sheet sheet(String title, Table<T> table, List<T> items) {
        return new Sheet(title, table.titles(), Flux.fromIterable(items).map(table::row));
    }

    Document document() {
        var document = Document.titled("Аналитический отчёт по диагностике профессиональных компетенций за %d год".formatted(year))
                .paragraph("По состоянию на %s.".formatted(asOf.format(MADE)))
                .paragraph("Действовало инструментов: %d. Проведено кампаний: %d. Получено результатов: %d.".formatted(instruments, campaigns, results))
                .heading("Охват диагностикой");
        region.forEach(it -> document.paragraph(it.noData() ? "По региону данных нет."
                : "Прошли диагностику %d из %d (%s %%).".formatted(it.diagnosed(), it.staff(), shown(it.percent()))));
        table(document, AnalyticsTables.COVERAGE, municipalities)
                .chart("Охват по муниципалитетам, %", municipalities.stream().map(it -> new Bar(it.title(), it.percent())).toList())
                .heading("Охват по предметам");
        table(document, AnalyticsTables.COVERAGE, subjects).heading("Типичные затруднения");
        table(document, AnalyticsTables.DIFFICULTIES, difficulties)
                .chart("Доля с дефицитом, %", difficulties.stream().map(it -> new Bar(it.competenceTitle(), it.percent())).toList())
                .heading("Затруднения по предметам");
        table(document, AnalyticsTables.DIFFICULTIES, bySubject);
        if (!literacy.isEmpty()) {
            table(document.heading("Функциональная грамотность"), AnalyticsTables.LITERACY, literacy)
                    .chart("Доля участников, %", literacy.stream().map(it -> new Bar(it.title(), it.participation())).toList());
        }
        document.heading("Рекомендации");
        recommendations.forEach(it -> document.paragraph(it.rank() + ". " + it.text()));
        return recommendations.isEmpty() ? document.paragraph("Данных для рекомендаций нет.") : document;
    }

    private static <T> Document table(Document document, Table<T> table, List<T> items) {
        return items.isEmpty() ? document.paragraph("Данных нет.")
                : document.table(table.titles(), items.stream().map(item -> words(table.row(item))).toList());
    }

    private static List<@Nullable Object> words(List<?> row) {
        var words = new ArrayList<@Nullable Object>();
        row.forEach(cell -> words.add(word(cell)));
        return words;
    }

    private static @Nullable Object word(@Nullable Object cell) {
        return cell instanceof Boolean yes ? yes ? "да" : "нет" : cell;
    }

    private static String shown(@Nullable BigDecimal percent) {
        return percent == null ? "—" : percent.toPlainString().replace('.', ',');
    }
}
