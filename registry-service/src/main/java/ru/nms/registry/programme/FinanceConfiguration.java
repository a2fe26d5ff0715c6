package ru.nms.registry.programme;

import static ru.nms.registry.programme.ProgrammeReference.PROGRAMME;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;

/// The register of the money of programmes.
@Configuration(proxyBeanMethods = false)
class FinanceConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.text("programme", "Программа").mandatory(),
            Column.of("year", Column.Kind.INTEGER, "Год").mandatory(),
            Column.coded("budget", List.of(Choice.of("REGIONAL", "Региональный"), Choice.of("FEDERAL", "Федеральный"),
                    Choice.of("MUNICIPAL", "Муниципальный"), Choice.of("OTHER", "Иной")), "Бюджет").mandatory(),
            Column.of("planned", Column.Kind.INTEGER, "План, руб.").mandatory(),
            Column.of("spent", Column.Kind.INTEGER, "Факт, руб.").mandatory());

    @Bean
    Register<Finance> programmeFinances() {
        return Register.of("programme-finances", "programme_finance", Finance.class)
                .key(it -> Stream.of(it.programmeId(), it.year(), it.budget()))
                .listed(listing -> listing.sort("year", "e.year", Kind.NUMBER)
                        .filter("year", "e.year = :year", Kind.NUMBER)
                        .filter("budget", "e.budget = :budget", Kind.TEXT)
                        .filter("programmeId", "e.programme_id = :programmeId", Kind.ID))
                .refers("programmeId", PROGRAMME)
                .columns(COLUMNS)
                .seenByAll().keptBy(Role.COORDINATOR);
    }

    @Bean
    Feed programmeFinanceFeed(Register<Finance> programmeFinances) {
        return programmeFinances.feed(List.of("programmeId", "year", "budget"),
                List.of("programmeId", "year", "budget", "planned", "spent"), "programmes");
    }

    @Bean
    ImportKind programmeFinanceImport(RegisterFiles files, Register<Finance> programmeFinances) {
        return files.importOf(programmeFinances, Role.COORDINATOR);
    }
}
