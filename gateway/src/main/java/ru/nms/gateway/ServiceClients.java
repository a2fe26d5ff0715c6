package ru.nms.gateway;

import java.util.Map;

import org.springframework.web.reactive.function.client.WebClient;

/// @param byName a client for each configured service, in the order of the settings
record ServiceClients(Map<String, WebClient> byName) {}
