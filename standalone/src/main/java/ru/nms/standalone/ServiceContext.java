package ru.nms.standalone;

import java.util.Map;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/// Starts one service the way its own `main` does, with its surroundings told as arguments.
///
/// The class path holds everything at once, so the kind of web application is named, and event loops are shared: a
/// context that closes must not take them from the others.
final class ServiceContext {

    private ServiceContext() {}

    static ConfigurableApplicationContext start(ServiceSpec service, Map<String, Object> surroundings) {
        return new SpringApplicationBuilder(mainClass(service))
                .web(WebApplicationType.REACTIVE)
                .registerShutdownHook(false)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(ReactorResourceFactory.class, SharedLoops::new))
                .run(arguments(service, surroundings));
    }

    private static Class<?> mainClass(ServiceSpec service) {
        try {
            return Class.forName(service.mainClass());
        } catch (ClassNotFoundException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static String[] arguments(ServiceSpec service, Map<String, Object> surroundings) {
        var fixed = Map.<String, Object>of(
                "spring.config.name", service.name(),
                "spring.main.banner-mode", "off",
                "spring.main.log-startup-info", "false",
                "server.address", "127.0.0.1");
        return java.util.stream.Stream.of(fixed, surroundings)
                .flatMap(map -> map.entrySet().stream())
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    /// Lives as long as the process.
    private static final class SharedLoops extends ReactorResourceFactory {

        @Override
        public void stop() {}
    }
}
