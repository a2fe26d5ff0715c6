package ru.nms.registry.person;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.table.Table;
import ru.nms.registry.naming.Names.Named;


/// People as a table: a row each, with the posts side by side in the cells.
final class PersonTable {

    static final Table<Named<PersonView>> CARDS = Table.<Named<PersonView>>named("people")
            .column("id", Table.IDENTIFIER, it -> it.row().id())
            .column("externalId", "Номер в исходной системе", it -> it.row().externalId())
            .column("lastName", "Фамилия", it -> it.row().lastName())
            .column("firstName", "Имя", it -> it.row().firstName())
            .column("patronymic", "Отчество", it -> it.row().patronymic())
            .column("birthDate", "Дата рождения", it -> it.row().birthDate())
            .column("young", "Молодой педагог", it -> it.row().young())
            .column("position", "Должность", view -> posts(view.row(), post -> post.position().titles().getFirst()))
            .column("organisation", "Организация", view -> view.names(view.row().posts().stream().map(Post::organisationId).toList()))
            .column("subjects", "Предметы", view -> view.row().posts().stream().map(Post::subjects).flatMap(Collection::stream)
                    .distinct().toList())
            .column("since", "Работает с", view -> posts(view.row(), Post::since))
            .column("category", "Категория", view -> title(view.row().category() == null ? null : view.row().category().titles()))
            .column("attestedOn", "Дата аттестации", it -> it.row().attestedOn())
            .column("education", "Образование",
                    view -> title(view.row().education() == null ? null : view.row().education().level().titles()))
            .column("pedagogical", "Педагогическое образование",
                    view -> view.row().education() == null ? null : view.row().education().pedagogical())
            .column("specialitySince", "Стаж по специальности с", it -> it.row().specialitySince());

    private PersonTable() {}

    private static List<?> posts(PersonView view, Function<Post, ?> value) {
        return view.posts().stream().map(value).toList();
    }

    private static @Nullable String title(@Nullable List<String> titles) {
        return titles == null ? null : titles.getFirst();
    }
}
