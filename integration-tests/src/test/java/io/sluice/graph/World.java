package io.sluice.graph;

import static io.sluice.graph.Asset_.ASSET;
import static io.sluice.graph.Assignment_.ASSIGNMENT;
import static io.sluice.graph.Car_.CAR;
import static io.sluice.graph.Department_.DEPARTMENT;
import static io.sluice.graph.Manager_.MANAGER;
import static io.sluice.graph.Note_.NOTE;
import static io.sluice.graph.Person_.PERSON;
import static io.sluice.graph.Project_.PROJECT;
import static io.sluice.graph.Skill_.SKILL;
import static io.sluice.graph.Trailer_.TRAILER;
import static io.sluice.sql.Sql.insertInto;
import static io.sluice.sql.Sql.update;

import io.sluice.schema.Column;
import io.sluice.schema.Metadata;
import io.sluice.schema.Table;
import io.sluice.sql.ColumnValue;
import io.sluice.sql.Command;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A small world made at random, and who in it belongs to whom, worked out without any database. */
final class World {
    static final Metadata MODEL =
            Metadata.of(DEPARTMENT, PERSON, MANAGER, SKILL, PROJECT, ASSIGNMENT, NOTE, ASSET, CAR, TRAILER);

    private final Random random;
    private final List<Command> inserts = new ArrayList<>();
    private final List<Command> updates = new ArrayList<>();
    private final Map<String, Map<Object, List<Object>>> targets = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, Integer> weights = new HashMap<>();
    private final TreeSet<Long> managers = new TreeSet<>();
    private final TreeSet<Long> cars = new TreeSet<>();

    World(long seed) {
        random = new Random(seed);
        List<Long> departments = ids(6);
        List<Long> persons = ids(15);
        departments.forEach(id -> inserts.add(insertInto(DEPARTMENT).values(DEPARTMENT.id.to(id))));
        departments.forEach(id -> department(id, persons));
        persons.forEach(id -> person(id, departments));
        persons.forEach(this::secretary);
        List<Long> skills = ids(5);
        skills.forEach(id -> inserts.add(insertInto(SKILL).values(SKILL.id.to(id))));
        List<Long> projects = ids(4);
        projects.forEach(id -> inserts.add(insertInto(PROJECT).values(PROJECT.id.to(id))));
        persons.forEach(id -> skills(id, skills));
        List<Object> assignments = new ArrayList<>();
        persons.forEach(person -> projects.forEach(project -> assignment(person, project, assignments)));
        ids(12).forEach(id -> note(id, assignments));
        ids(12).forEach(id -> asset(id, persons, departments));
        sortMembers();
        sortTrailers();
    }

    private static List<Long> ids(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private <T> @Nullable T oneOf(List<T> all) {
        return all.isEmpty() || random.nextInt(4) == 0 ? null : all.get(random.nextInt(all.size()));
    }

    private void department(Long id, List<Long> persons) {
        Long parent = id == 1 ? null : oneOf(ids(id - 1));
        belongs("Department.parent", "Department.children", id, parent);
        set(DEPARTMENT, DEPARTMENT.id, id, DEPARTMENT.parentId, parent);
        Long head = oneOf(persons);
        if (head != null && targets("Person.heads", head).isEmpty()) {
            belongs("Department.head", "Person.heads", id, head);
            set(DEPARTMENT, DEPARTMENT.id, id, DEPARTMENT.headId, head);
        }
    }

    private void person(Long id, List<Long> departments) {
        boolean isManager = random.nextInt(3) == 0;
        String name = "name " + random.nextInt(3);
        names.put(id, name);
        inserts.add(insertInto(PERSON)
                .values(PERSON.id.to(id), PERSON.name.to(name), PERSON.kind.to(isManager ? "manager" : "person")));
        if (isManager) {
            managers.add(id);
        }
        Long department = oneOf(departments);
        belongs("Person.department", "Department.members", id, department);
        set(PERSON, PERSON.id, id, PERSON.departmentId, department);
    }

    private void secretary(Long id) {
        if (managers.contains(id)) {
            Long secretary = oneOf(ids(15));
            belongs("Person.secretary", null, id, secretary);
            set(MANAGER, MANAGER.id, id, MANAGER.secretaryId, secretary);
        }
    }

    private void skills(Long person, List<Long> skills) {
        for (Long skill : skills) {
            if (random.nextInt(3) == 0) {
                targets("Person.skills", person).add(skill);
                targets("Skill.persons", skill).add(person);
                Table between = PERSON.skills.between().orElseThrow();
                inserts.add(insertInto(between)
                        .values(
                                between.column("person_id", Long.class).to(person),
                                between.column("skill_id", Long.class).to(skill)));
            }
        }
    }

    private void assignment(Long person, Long project, List<Object> all) {
        if (random.nextInt(3) == 0) {
            List<Long> id = List.of(person, project);
            all.add(id);
            belongs("Assignment.person", "Person.assignments", id, person);
            belongs("Assignment.project", "Project.assignments", id, project);
            inserts.add(insertInto(ASSIGNMENT)
                    .values(
                            ASSIGNMENT.personId.to(person),
                            ASSIGNMENT.projectId.to(project),
                            ASSIGNMENT.role.to("role")));
        }
    }

    private void note(Long id, List<Object> assignments) {
        Object assignment = oneOf(assignments);
        belongs("Note.assignment", "Assignment.notes", id, assignment);
        inserts.add(insertInto(NOTE).values(NOTE.id.to(id)));
        if (assignment instanceof List<?> both) {
            updates.add(update(NOTE)
                    .set(NOTE.assignmentPersonId.to((Long) both.get(0)), NOTE.assignmentProjectId.to((Long)
                            both.get(1)))
                    .where(NOTE.id.eq(id)));
        }
    }

    private void asset(Long id, List<Long> persons, List<Long> departments) {
        boolean isCar = random.nextBoolean();
        Long owner = oneOf(persons);
        int weight = random.nextInt(3);
        weights.put(id, weight);
        inserts.add(insertInto(ASSET)
                .values(ASSET.id.to(id), ASSET.weight.to(weight), ASSET.kind.to(isCar ? "Car" : "Trailer")));
        belongs("Asset.owner", "Person.assets", id, owner);
        set(ASSET, ASSET.id, id, ASSET.ownerId, owner);
        if (isCar) {
            Long place = oneOf(departments);
            inserts.add(insertInto(CAR).values(CAR.id.to(id), CAR.seats.to(random.nextInt(5))));
            belongs("Asset.place", null, id, place);
            set(CAR, CAR.id, id, CAR.placeId, place);
            cars.add(id);
        } else {
            Long car = oneOf(List.copyOf(cars));
            inserts.add(insertInto(TRAILER).values(TRAILER.id.to(id)));
            belongs("Asset.car", "Asset.trailers", id, car);
            set(TRAILER, TRAILER.id, id, TRAILER.carId, car);
        }
    }

    private void set(Table table, Column<Long> key, Long id, Column<Long> column, @Nullable Long value) {
        if (value != null) {
            ColumnValue assignment = column.to(value);
            updates.add(update(table).set(assignment).where(key.eq(id)));
        }
    }

    private void belongs(String relation, @Nullable String inverse, Object owner, @Nullable Object target) {
        if (target != null) {
            targets(relation, owner).add(target);
            if (inverse != null) {
                targets(inverse, target).add(owner);
            }
        }
    }

    /** As {@code @OrderBy} has it. */
    private void sortMembers() {
        targets.getOrDefault("Department.members", Map.of())
                .values()
                .forEach(members -> members.sort(Comparator.<Object, String>comparing(
                                id -> names.getOrDefault((Long) id, ""), Comparator.reverseOrder())
                        .thenComparing(id -> (Long) id)));
    }

    /** As {@code @OrderBy} has it, by a column of the table above. */
    private void sortTrailers() {
        targets.getOrDefault("Asset.trailers", Map.of())
                .values()
                .forEach(trailers -> trailers.sort(Comparator.<Object, Integer>comparing(
                                id -> weights.getOrDefault((Long) id, 0), Comparator.reverseOrder())
                        .thenComparing(id -> (Long) id)));
    }

    private List<Object> targets(String relation, Object owner) {
        return targets.computeIfAbsent(relation, none -> new HashMap<>())
                .computeIfAbsent(owner, none -> new ArrayList<>());
    }

    /** The ids of whom a relation leads to. */
    List<Object> expected(String relation, Object owner) {
        return targets.getOrDefault(relation, Map.of()).getOrDefault(owner, List.of());
    }

    /** What makes this world in a database. */
    List<Command> commands() {
        List<Command> all = new ArrayList<>(inserts);
        all.addAll(updates);
        return Collections.unmodifiableList(all);
    }
}
