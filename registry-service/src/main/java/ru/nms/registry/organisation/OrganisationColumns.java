package ru.nms.registry.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;
import ru.nms.registry.organisation.Details.Contacts;
import ru.nms.registry.organisation.Details.EducationKind;
import ru.nms.registry.organisation.Details.Flag;
import ru.nms.registry.organisation.Details.Infrastructure;

/// A file of organisations: one row is one of them.
final class OrganisationColumns {

    private OrganisationColumns() {}

    static Columns all(RegionProfile profile) {
        var kinds = profile.organisationKinds().stream()
                .flatMap(kind -> Stream.concat(Stream.of(kind.kind()), kind.subkinds().stream())).distinct()
                .map(kind -> Choice.of(kind, profile.label(kind))).toList();
        var levels = profile.levels().stream().map(level -> Choice.of(level.code(), level.title())).toList();
        return Columns.of(
                Column.coded("kind", kinds, "Вид организации", "Вид").mandatory(),
                Column.coded("level", levels, "Уровень").mandatory(),
                Column.text("name", "Название", "Наименование").mandatory(),
                Column.text("aliases", "Другие названия").multiple(),
                Column.text("municipality", "Муниципалитет", "МО"),
                Column.text("parent", "Входит в"),
                Column.date("openedOn", "Открыта с"),
                Column.date("closedOn", "Закрыта с"),
                Column.text("legalForm", "Организационная форма", "Форма"),
                Column.coded("flags", choices(Flag.values(), Flag::titles), "Отметки").multiple(),
                Column.coded("educationKinds", choices(EducationKind.values(), EducationKind::titles), "Виды образования").multiple(),
                Column.coded("infrastructure", Equipment.choices(), "Инфраструктура").multiple(),
                Column.text("phone", "Телефон"), Column.text("email", "Электронная почта", "E-mail"),
                Column.text("site", "Сайт"), Column.text("address", "Адрес"));
    }

    private static <E extends Enum<E>> List<Choice> choices(E[] values, Function<E, List<String>> titles) {
        return Arrays.stream(values).map(value -> new Choice(value.name(), titles.apply(value))).toList();
    }

    /// What the row says beyond identity and place; null when it says nothing.
    static @Nullable Details details(Row row) {
        var contacts = new Contacts(row.text("phone"), row.text("email"), row.text("site"), row.text("address"));
        var details = new Details(row.text("legalForm"), row.codes("flags").stream().map(Flag::valueOf).toList(),
                row.codes("educationKinds").stream().map(EducationKind::valueOf).toList(),
                row.codes("infrastructure").stream().map(Equipment::valueOf)
                        .map(kind -> new Infrastructure(kind, null, null)).toList(),
                contacts.equals(new Contacts(null, null, null, null)) ? null : contacts, List.of(), List.of());
        return details.equals(Details.NONE) ? null : details;
    }

    /// Filled cells replace what was known, empty ones leave it.
    static Details merge(Details known, @Nullable Details fresh) {
        return fresh == null ? known : new Details(or(fresh.legalForm(), known.legalForm()), or(fresh.flags(), known.flags()),
                or(fresh.educationKinds(), known.educationKinds()), infrastructure(known.infrastructure(), fresh.infrastructure()),
                merge(known.contacts(), fresh.contacts()), known.responsible(), known.staffing());
    }

    private static List<Infrastructure> infrastructure(List<Infrastructure> known, List<Infrastructure> fresh) {
        var missing = fresh.stream().filter(it -> known.stream().noneMatch(other -> other.kind() == it.kind()));
        return Stream.concat(known.stream(), missing).toList();
    }

    private static @Nullable Contacts merge(@Nullable Contacts known, @Nullable Contacts fresh) {
        return known == null || fresh == null ? or(fresh, known) : new Contacts(or(fresh.phone(), known.phone()),
                or(fresh.email(), known.email()), or(fresh.site(), known.site()), or(fresh.address(), known.address()));
    }

    private static <T> List<T> or(List<T> fresh, List<T> known) {
        return fresh.isEmpty() ? known : fresh;
    }

    private static <T> @Nullable T or(@Nullable T fresh, @Nullable T known) {
        return fresh != null ? fresh : known;
    }

    /// The column in which a fault of a draft shows.
    static String of(String pointer) {
        var parts = pointer.substring(1).split("/");
        return parts[0].equals("details") ? parts[1] : parts[0].replace("Id", "");
    }
}
