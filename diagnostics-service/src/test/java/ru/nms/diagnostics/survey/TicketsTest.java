package ru.nms.diagnostics.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

class TicketsTest {

    private final Tickets tickets = new Tickets(new byte[] {1, 2, 3});
    private final UUID person = UUID.randomUUID();

    @Test
    void givesOnePersonOneTicketHoweverOften() {
        assertThat(tickets.of(person)).isEqualTo(tickets.of(person)).isNotEqualTo(tickets.of(UUID.randomUUID()));
        assertThat(tickets.number(tickets.of(person))).isPresent();
    }

    @Test
    void knowsItsOwnTicketsOnly() {
        assertThat(new Tickets(new byte[] {4}).number(tickets.of(person))).isEmpty();
        assertThat(tickets.number("A" + tickets.of(person).substring(1).replace('A', 'B'))).isEmpty();
        assertThat(tickets.number("short")).isEmpty();
        assertThat(tickets.number("*".repeat(43))).isEmpty();
    }
}
