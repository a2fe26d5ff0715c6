package ru.nms.platform.register;

import java.time.Clock;

import jakarta.validation.Validator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.list.Lists;
import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.outbox.Retellings;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.tx.Tx;

/// Imported by services that keep registers.
@Configuration(proxyBeanMethods = false)
public class RegisterConfiguration {

    @Bean
    RegisterStore registerStore(DatabaseClient db, Lists lists, EventJson json, RegionCalendar calendar) {
        return new RegisterStore(db, lists, json.mapper(), calendar);
    }

    @Bean
    Registers registers(RegisterStore store, EventJson json, Outbox outbox, ReadAudit audit, Clock clock, Tx tx) {
        return new Registers(store, new OwnFields(json.mapper()), outbox, audit, clock, tx);
    }

    @Bean
    Retellings registersAgain(ObjectProvider<Register<?>> described, Registers registers) {
        return () -> described.stream().flatMap(register -> registers.retelling(register).stream()).toList();
    }

    @Bean
    RegisterFiles registerFiles(Registers registers, RegisterStore store, EventJson json, Validator validator, Clock clock) {
        return new RegisterFiles(registers, store, json.mapper(), validator, clock);
    }
}
