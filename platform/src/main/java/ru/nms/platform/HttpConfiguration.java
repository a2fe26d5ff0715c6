package ru.nms.platform;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

import ru.nms.platform.http.JsonConfiguration;
import ru.nms.platform.problem.ProblemConfiguration;

/// The HTTP side, the same in services and gateway.
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:nms-platform.properties")
@Import({ProblemConfiguration.class, JsonConfiguration.class})
public class HttpConfiguration {}
