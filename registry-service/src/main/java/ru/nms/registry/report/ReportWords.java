package ru.nms.registry.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ru.nms.platform.region.RegionProfile;

/// What codes are called in the files of reports: as the region calls them, and as the product does.
@Component
class ReportWords {

    private static final Map<String, String> PRODUCT = Map.ofEntries(
            Map.entry("PK", "Повышение квалификации"), Map.entry("PP", "Профессиональная переподготовка"),
            Map.entry("TRAINING", "Повышение квалификации"), Map.entry("RETRAINING", "Профессиональная переподготовка"),
            Map.entry("RECOGNITION", "Признанное обучение"), Map.entry("INTERNSHIP", "Стажировка"),
            Map.entry("INNOVATION", "Инновационная площадка"),
            Map.entry("METHODIST", "Методист"), Map.entry("TUTOR", "Тьютор"), Map.entry("MENTOR", "Наставник"),
            Map.entry("COMMUNITY", "Сообщество"), Map.entry("REGIONAL", "Региональный"), Map.entry("MUNICIPAL", "Муниципальный"),
            Map.entry("STAFF", "В штате"), Map.entry("CIVIL_CONTRACT", "По договору"), Map.entry("OTHER", "Иное"),
            Map.entry("PAIR", "Пара"), Map.entry("GROUP", "Группа"),
            Map.entry("MENTOR_YOUNG", "Наставник и молодой педагог"),
            Map.entry("COMPETENCE_OWNER_LEARNER", "Владеющий и осваивающий"), Map.entry("REQUESTED", "Предложено"),
            Map.entry("ACCEPTED", "Идёт"), Map.entry("DECLINED", "Отклонено"), Map.entry("COMPLETED", "Завершено"),
            Map.entry("CANCELLED", "Отменено"), Map.entry("OPEN", "Открыт"), Map.entry("CLOSED", "Закрыт"),
            Map.entry("MENTORING_MODEL", "Целевая модель наставничества"), Map.entry("MANAGERIAL_MENTORING", "Наставничество команд"),
            Map.entry("TRIPARTITE", "Трёхстороннее"), Map.entry("COOPERATION", "О сотрудничестве"), Map.entry("CONTRACT", "Договор"),
            Map.entry("NONE", "Без категории"), Map.entry("FIRST", "Первая"), Map.entry("HIGHEST", "Высшая"));

    private final Map<String, String> words;
    private final boolean municipalities;

    ReportWords(RegionProfile profile) {
        this.municipalities = profile.territory().municipalityLevel() != null;
        this.words = new HashMap<>(profile.labels());
        profile.activityDirections().forEach(it -> words.put(it.code(), it.title()));
        profile.methodist().activities().forEach(it -> words.put(it.code(), it.title()));
        profile.people().supportForms().forEach(it -> words.put(it.code(), it.title()));
        words.putAll(PRODUCT);
        profile.levels().forEach(it -> words.putIfAbsent(it.code(), it.title()));
        var areas = profile.diagnostics().competenceAreas();
        if (areas != null) {
            areas.items().forEach(code -> words.put(code, profile.label(code)));
        }
    }

    boolean knowMunicipalities() {
        return municipalities;
    }

    /// A row as people read it.
    List<?> row(List<?> cells) {
        return cells.stream().map(this::cell).toList();
    }

    private @Nullable Object cell(@Nullable Object value) {
        return value instanceof String code ? words.getOrDefault(code, code) : value;
    }
}
