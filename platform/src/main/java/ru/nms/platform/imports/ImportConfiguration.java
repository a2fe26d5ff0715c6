package ru.nms.platform.imports;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.config.WebFluxConfigurer;

import ru.nms.platform.json.EventJson;
import ru.nms.platform.problem.Wording;
import ru.nms.platform.tx.Tx;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
@Import(ImportResource.class)
public class ImportConfiguration implements WebFluxConfigurer {

    private record Kinds(Map<String, ImportKind> byName) {}

    @Bean
    Kinds importKinds(ObjectProvider<ImportKind> kinds) {
        return new Kinds(kinds.stream().collect(Collectors.toMap(ImportKind::name, Function.identity())));
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
        configurer.customCodecs().register(new ImportTemplateWriter());
    }

    @Bean
    ImportStore importStore(DatabaseClient db, Clock clock) {
        return new ImportStore(db, clock);
    }

    @Bean
    ImportBell importBell() {
        return new ImportBell();
    }

    @Bean
    ImportService importService(Kinds kinds, ImportStore store, EventJson json, ImportBell bell) {
        return new ImportService(kinds.byName(), store, new ImportFile(store), json.mapper(), bell);
    }

    @Bean
    ImportRunner importRunner(Kinds kinds, ImportStore store, Tx tx, EventJson json, Wording wording,
                              ImportSettings settings, ImportBell bell) {
        return new ImportRunner(kinds.byName(), store, new ImportFile(store),
                new ImportBatch(store, tx, json.mapper(), new RowTexts(wording)), tx, json.mapper(), settings, bell);
    }
}
