package io.sluice.benchmark.hibernate;

import io.sluice.benchmark.Database;
import java.util.Map;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.stage.Stage;

/** Sessions as Hibernate Reactive makes them of its defaults, but for what a contender sets. */
final class Sessions {

    private Sessions() {}

    static Stage.SessionFactory open(Database database, Class<?>... entities) {
        return open(database, Map.of(), entities);
    }

    static Stage.SessionFactory open(Database database, Map<String, String> settings, Class<?>... entities) {
        var configuration = new Configuration()
                .setProperty(
                        "jakarta.persistence.jdbc.url",
                        "jdbc:postgresql://%s:%d/%s".formatted(database.host(), database.port(), database.name()))
                .setProperty("jakarta.persistence.jdbc.user", database.user());
        settings.forEach(configuration::setProperty);
        for (var entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        var registry = new ReactiveServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .build();
        return configuration.buildSessionFactory(registry).unwrap(Stage.SessionFactory.class);
    }
}
