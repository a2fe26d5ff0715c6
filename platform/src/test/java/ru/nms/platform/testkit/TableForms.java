package ru.nms.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import ru.nms.platform.access.Role;
import ru.nms.platform.list.Tabular;

/// Every list of a running service as a table, where it can be asked for without knowing anything:
/// `TableForms.verify(SERVICE)` expects a header in Russian and, for a coordinator, no refusal.
public final class TableForms {

    private TableForms() {}

    public static void verify(ServiceUnderTest service) {
        var lists = lists(service);
        assertThat(lists).isNotEmpty();
        var http = service.as(Role.COORDINATOR).mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20)).build();
        for (var list : lists) {
            var table = http.get().uri(list).header("Accept", "text/csv").exchange()
                    .expectStatus().isOk()
                    .expectHeader().contentType("text/csv;charset=UTF-8")
                    .expectHeader().valueMatches("Content-Disposition", "attachment; filename=\"[a-z-]+\\.csv\"")
                    .expectBody(String.class).returnResult().getResponseBody();
            assertThat(table.lines().findFirst().orElseThrow().split(";")).as(list)
                    .allMatch(title -> title.codePoints().anyMatch(TableForms::isCyrillic)).doesNotHaveDuplicates();
        }
    }

    private static boolean isCyrillic(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.CYRILLIC;
    }

    private static List<String> lists(ServiceUnderTest service) {
        return service.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods().entrySet().stream()
                .filter(entry -> Tabular.isAnswerOf(entry.getValue()) && !needsMore(entry.getValue()))
                .flatMap(entry -> entry.getKey().getPatternsCondition().getPatterns().stream())
                .map(Object::toString)
                .filter(path -> !path.contains("{"))
                .sorted().toList();
    }

    private static boolean needsMore(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.getParameterType() != Optional.class)
                .map(parameter -> parameter.getParameterAnnotation(RequestParam.class))
                .anyMatch(asked -> asked != null && asked.required()
                        && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE));
    }
}
