package ru.nms.platform.list;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import ru.nms.platform.access.Allow;
import ru.nms.platform.table.TableFormat;

/// What the API description cannot see of lists: the parameters of a [Listing], and the forms of a [Tabular].
@Configuration(proxyBeanMethods = false)
public class ListDescription {

    static {
        SpringDocUtils.getConfig().addResponseWrapperToIgnore(Tabular.class);
    }

    @Bean
    GlobalOperationCustomizer listOperations() {
        return (operation, handler) -> {
            Arrays.stream(handler.getMethodParameters())
                    .filter(parameter -> parameter.getParameterType() == ListRequest.class)
                    .flatMap(parameter -> parameters(listing(handler, parameter)))
                    .filter(parameter -> !knows(operation, parameter.getName()))
                    .forEach(operation::addParametersItem);
            if (Tabular.isAnswerOf(handler)) {
                offerForms(operation);
            }
            return operation;
        };
    }

    private static boolean knows(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(known -> name.equals(known.getName()));
    }

    private static Listing listing(HandlerMethod handler, MethodParameter parameter) {
        var allow = handler.getMethodAnnotation(Allow.class);
        return handler.createWithResolvedBean().getBean() instanceof Listed resource
                ? resource.listing(allow != null && allow.everyone()) : listing(parameter);
    }

    static Listing listing(MethodParameter parameter) {
        var of = parameter.getParameterAnnotation(OfList.class);
        if (of == null) {
            throw new IllegalStateException(parameter + " needs @OfList.");
        }
        return Arrays.stream(of.value().getDeclaredFields()).filter(field -> field.getType() == Listing.class)
                .map(ListDescription::value)
                .filter(listing -> of.name().isEmpty() || of.name().equals(listing.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(of.value() + " has no listing " + of.name() + "."));
    }

    private static Listing value(Field field) {
        try {
            field.setAccessible(true);
            return (Listing) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<QueryParameter> parameters(Listing listing) {
        var orders = listing.orders().keySet().stream().flatMap(order -> Stream.of(order, "-" + order)).toList();
        var sort = new StringSchema()._enum(orders);
        sort.setDefault(orders.getFirst());
        return Stream.concat(Stream.of(
                        parameter("limit", bounded(), "Сколько строк на странице"),
                        parameter("after", new StringSchema(), "Курсор next предыдущей страницы"),
                        parameter("count", new BooleanSchema()._default(false), "Сосчитать все строки"),
                        parameter("sort", sort, "Порядок; с минусом обратный")),
                listing.filters().entrySet().stream()
                        .map(filter -> parameter(filter.getKey(), schema(filter.getValue().kind()), null)));
    }

    private static Schema<?> schema(Kind kind) {
        return switch (kind) {
            case TEXT, FOLDED, WORDS -> new StringSchema().maxLength(Kind.LONGEST);
            case ID -> new StringSchema().format("uuid");
            case DATE -> new StringSchema().format("date");
            case INSTANT -> new StringSchema().format("date-time");
            case NUMBER -> new IntegerSchema().format("int64");
            case YES_NO -> new BooleanSchema();
        };
    }

    private static Schema<?> bounded() {
        return new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(ListQuery.MOST))
                ._default(ListQuery.DEFAULT_LIMIT);
    }

    private static QueryParameter parameter(String name, Schema<?> schema,
                                            @Nullable String description) {
        var parameter = new QueryParameter();
        parameter.name(name).required(false).schema(schema).description(description);
        return parameter;
    }

    private static void offerForms(Operation operation) {
        var content = Objects.requireNonNull(operation.getResponses().get("200")).getContent();
        content.addMediaType("text/csv", new MediaType().schema(new StringSchema()));
        content.addMediaType(TableFormat.XLSX.mediaType(), new MediaType().schema(new StringSchema().format("binary")));
        operation.getResponses().addApiResponse("406", new ApiResponse().$ref("#/components/responses/problem406"));
    }
}
