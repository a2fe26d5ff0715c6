package ru.nms.platform;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import ru.nms.platform.access.ReadAuditConfiguration;

/// Everything a service shares with the others: the HTTP side and the data side.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceSettings.class)
@Import({HttpConfiguration.class, DataConfiguration.class, ReadAuditConfiguration.class})
public class PlatformConfiguration {}
