package ru.nms.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import ru.nms.platform.access.Allowance;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Tabular;

/// Every list of a running service as a table, where it can be asked for without knowing anything:
/// `TableForms.verify(SERVICE)` expects a header in Russian that has more than the identifier, and no refusal for
/// somebody who may ask, a coordinator where they may.
public final class TableForms {

    private TableForms() {}

    /// @param questions lists with the parameters that one cannot be asked without: `/api/…/comparisons?personId=…`
    public static void verify(ServiceUnderTest service, String... questions) {
        var lists = lists(service);
        for (var question : questions) {
            lists.put(question, Objects.requireNonNull(lists.remove(question.substring(0, question.indexOf('?')))));
        }
        assertThat(lists).isNotEmpty();
        for (var list : lists.keySet()) {
            var http = service.as(Objects.requireNonNull(lists.get(list)), UUID.randomUUID()).mutate()
                    .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20)).build();
            var table = http.get().uri(list).header("Accept", "text/csv").exchange()
                    .expectStatus().isOk()
                    .expectHeader().contentType("text/csv;charset=UTF-8")
                    .expectHeader().valueMatches("Content-Disposition", "attachment; filename=\"[a-z-]+\\.csv\"")
                    .expectBody(String.class).returnResult().getResponseBody();
            assertThat(table.lines().findFirst().orElseThrow().split(";")).as(list)
                    .hasSizeGreaterThan(1)
                    .allMatch(title -> title.codePoints().anyMatch(TableForms::isCyrillic)).doesNotHaveDuplicates();
        }
    }

    private static boolean isCyrillic(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.CYRILLIC;
    }

    private static Map<String, Role> lists(ServiceUnderTest service) {
        var lists = new TreeMap<String, Role>();
        service.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods().entrySet().stream()
                .filter(entry -> Tabular.isAnswerOf(entry.getValue()) && !needsMore(entry.getValue()))
                .forEach(entry -> entry.getKey().getPatternsCondition().getPatterns().stream().map(Object::toString)
                        .filter(path -> !path.contains("{")).forEach(path -> lists.put(path, reader(entry.getValue()))));
        return lists;
    }

    private static Role reader(HandlerMethod handler) {
        var roles = Allowance.of(handler).orElseThrow().roles();
        return roles.isEmpty() || roles.contains(Role.COORDINATOR) ? Role.COORDINATOR : roles.iterator().next();
    }

    private static boolean needsMore(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.getParameterType() != Optional.class)
                .map(parameter -> parameter.getParameterAnnotation(RequestParam.class))
                .anyMatch(asked -> asked != null && asked.required()
                        && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE));
    }
}
