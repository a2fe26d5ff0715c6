package ru.nms.registry.person;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.table.Table;


/// People as a table: a row each, with the posts side by side in the cells.
final class PersonTable {

    static final Table<PersonView> CARDS = Table.<PersonView>named("people")
            .column("id", "Идентификатор", PersonView::id)
            .column("externalId", "Номер в исходной системе", PersonView::externalId)
            .column("lastName", "Фамилия", PersonView::lastName)
            .column("firstName", "Имя", PersonView::firstName)
            .column("patronymic", "Отчество", PersonView::patronymic)
            .column("birthDate", "Дата рождения", PersonView::birthDate)
            .column("young", "Молодой педагог", PersonView::young)
            .column("position", "Должность", view -> posts(view, post -> post.position().titles().getFirst()))
            .column("organisationId", "Организация (идентификатор)", view -> posts(view, Post::organisationId))
            .column("subjects", "Предметы", view -> view.posts().stream().map(Post::subjects).flatMap(Collection::stream)
                    .distinct().toList())
            .column("since", "Работает с", view -> posts(view, Post::since))
            .column("category", "Категория", view -> title(view.category() == null ? null : view.category().titles()))
            .column("attestedOn", "Дата аттестации", PersonView::attestedOn)
            .column("education", "Образование",
                    view -> title(view.education() == null ? null : view.education().level().titles()))
            .column("pedagogical", "Педагогическое образование",
                    view -> view.education() == null ? null : view.education().pedagogical())
            .column("specialitySince", "Стаж по специальности с", PersonView::specialitySince);

    private PersonTable() {}

    private static List<?> posts(PersonView view, Function<Post, ?> value) {
        return view.posts().stream().map(value).toList();
    }

    private static @Nullable String title(@Nullable List<String> titles) {
        return titles == null ? null : titles.getFirst();
    }
}
