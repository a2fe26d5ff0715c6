package ru.nms.platform.imports;

import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;

import reactor.core.publisher.Mono;
import ru.nms.platform.NmsService;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;

/// A service that takes one kind of files in.
@NmsService
class TemplatesApplication {

    @Bean
    ImportKind schools() {
        return new ImportKind() {
            @Override
            public String name() {
                return "schools";
            }

            @Override
            public Columns columns() {
                return Columns.of(Column.text("name", "Название").mandatory(),
                        Column.coded("kind", List.of(Choice.of("CITY", "Городская"), Choice.of("VILLAGE", "Сельская")), "Вид"));
            }

            @Override
            public Set<Role> roles() {
                return Set.of(Role.MUNICIPALITY);
            }

            @Override
            public Mono<List<Verdict>> apply(Caller caller, List<Row> rows) {
                return Mono.just(List.of());
            }
        };
    }
}
