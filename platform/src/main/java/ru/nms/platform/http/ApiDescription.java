package ru.nms.platform.http;

import java.util.Arrays;
import java.util.List;

import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import ru.nms.platform.access.Allowance;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.IdentitySettings;

/// What the API description cannot see by itself: which handler parameters are ours and not the caller's, the header
/// `If-Match`, who may call, where to sign in, and the problems of every operation.
@Configuration(proxyBeanMethods = false)
public class ApiDescription {

    private static final String SIGN_IN = "oidc";
    private static final String KEY = "Idempotency-Key";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, IfMatch.class, OwnParameters.class);
    }

    /// Addresses are relative: the same document is read at the service and at the gateway.
    @Bean
    GlobalOpenApiCustomizer ourDocument(IdentitySettings identity, @Value("${nms.service.name:gateway}") String service) {
        return document -> {
            document.info(new Info().title("РС НМС: " + service).version("v1").description(
                    "Роли операций названы в x-roles, отказы описаны в docs/errors.md, общие правила в README."));
            document.servers(List.of(new Server().url("/")));
            document.schemaRequirement(SIGN_IN, new SecurityScheme().type(SecurityScheme.Type.OPENIDCONNECT)
                    .openIdConnectUrl(identity.issuer() + "/.well-known/openid-configuration"));
            ProblemResponses.declare(document);
            ApiNames.nameTags(document);
        };
    }

    /// The first of the converters is asked last: the one that adds the words of doc comments passes everything on to this one.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver ourNames(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new ApiNames()).openapi31(mappers.isOpenapi31());
    }

    @Bean
    GlobalOperationCustomizer ourOperations() {
        return (operation, handler) -> {
            ApiNames.name(operation, handler);
            ApiWords.of(operation, handler);
            if (handler.hasMethodAnnotation(PostMapping.class)) {
                describeKey(operation);
            }
            describeVersion(operation, handler);
            if (takesIfMatch(handler)) {
                operation.addParametersItem(new HeaderParameter().name("If-Match").required(true)
                        .description("ETag, с которым объект был прочитан").schema(new StringSchema().example("\"7\"")));
            }
            Allowance.of(handler).ifPresent(allow -> {
                describeAccess(operation, allow);
                ProblemResponses.add(operation, allow, takesIfMatch(handler));
            });
            return operation;
        };
    }

    private static boolean takesIfMatch(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(it -> it.getParameterType() == IfMatch.class);
    }

    private static void describeKey(Operation operation) {
        if (operation.getParameters() == null
                || operation.getParameters().stream().noneMatch(known -> KEY.equals(known.getName()))) {
            operation.addParametersItem(new HeaderParameter().name(KEY).required(false)
                    .description("Тот же ключ с тем же телом даёт первый ответ ещё раз").schema(new StringSchema()));
        }
    }

    /// Whoever answers with an entity names its version, and where a new one is.
    private static void describeVersion(Operation operation, HandlerMethod handler) {
        var created = operation.getResponses().get("201");
        if (created != null) {
            created.addHeaderObject("Location", new Header().schema(new StringSchema().format("uri-reference")));
        }
        var answer = created != null ? created : operation.getResponses().get("200");
        if (answer != null && (created != null || takesIfMatch(handler))) {
            answer.addHeaderObject("ETag", new Header().schema(new StringSchema().example("\"7\"")));
        }
    }

    private static void describeAccess(Operation operation, Allowance allow) {
        operation.addExtension("x-roles", allow.words());
        if (!allow.everyone()) {
            operation.addSecurityItem(new SecurityRequirement().addList(SIGN_IN));
        }
    }
}
