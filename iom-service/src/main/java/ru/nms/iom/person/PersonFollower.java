package ru.nms.iom.person;

import java.util.UUID;

import reactor.core.publisher.Mono;

/// Keeps something of people that must not stay behind when two records of one person become one, nor when one is destroyed.
public interface PersonFollower {

    /// In the transaction of the news; must stand repetition.
    Mono<Void> follow(UUID from, UUID heir);

    /// Nothing of the person stays, and those who learnt it are told so. In the transaction of the news; it may come again.
    Mono<Void> erase(UUID person);
}
