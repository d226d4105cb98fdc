package io.pagetax.result;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws the schema of {@code run.json} from the records and what their sources say of them. */
final class RunSchema {

    /** What files of version 1 may lack, since it was added to a record after files with such a record were written. */
    private static final Map<Class<?>, Set<String>> ADDED_LATER = Map.of(
            Run.class,
            Set.of("environmentChanges", "calibration", "breakEvens", "deviceLatencies", "probes", "sources"),
            Environment.class,
            Set.of("machine", "processor", "memory", "limits", "jvm", "unknown"),
            TargetFacts.class,
            Set.of(
                    "dioReadOffsetAlign",
                    "atomicWriteMinBytes",
                    "atomicWriteMaxBytes",
                    "stack",
                    "volume",
                    "dataFile",
                    "disks",
                    "unknown"),
            Row.class,
            Set.of("hitNs", "missNs", "hitRatio", "warnings", "steady", "unsupported"),
            Params.class,
            Set.of("hits", "blocks", "beside"),
            Comparison.class,
            Set.of(
                    "subtracted",
                    "differenceNs",
                    "cpuRatio",
                    "cpuDifferenceNs",
                    "significant",
                    "adjustedP",
                    "warnings"));

    private static final String NANOSECONDS = "nanoseconds";
    private static final String BYTES = "bytes";

    /** Units by how a name ends; the first that fits. */
    private static final Map<String, String> UNITS_OF_NAMES = Map.ofEntries(
            entry("iops", "operations per second"),
            entry("nsPerOp", NANOSECONDS),
            entry("NsPerOp", NANOSECONDS),
            entry("nsPerCall", NANOSECONDS),
            entry("bs", BYTES),
            entry("size", BYTES),
            entry("logicalBlockSize", BYTES),
            entry("Align", BYTES),
            entry("Ms", "milliseconds"),
            entry("Mhz", "megahertz"),
            entry("Ns", NANOSECONDS),
            entry("Nanos", NANOSECONDS),
            entry("Bytes", BYTES),
            entry("Pages", "pages"),
            entry("PagesBefore", "pages"),
            entry("PagesAfter", "pages"),
            entry("Percent", "percent"),
            entry("Celsius", "degrees Celsius"),
            entry("hitRatio", "0 to 1"));

    private final RecordDocs docs;

    private RunSchema(RecordDocs docs) {
        this.docs = docs;
    }

    /** The schema as an indented document with a final line break. */
    static String document() throws IOException {
        ObjectNode schema = new RunSchema(RecordDocs.read()).generator().generateSchema(Run.class);
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    }

    private SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        config.with(new JacksonModule());
        config.with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        config.forTypesInGeneral()
                .withPropertySorter((unusedOne, unusedOther) -> 0)
                .withTitleResolver(RunSchema::title)
                .withDescriptionResolver(this::description)
                .withCustomDefinitionProvider(
                        (type, context) -> type.getErasedType() == RowEvidence.class ? evidence(context) : null);
        config.forFields()
                .withNullableCheck(RunSchema::isNullable)
                .withRequiredCheck(RunSchema::isRequired)
                .withDescriptionResolver(this::description)
                .withInstanceAttributeOverride((node, field, context) -> {
                    if (field.getName().equals("schemaVersion")) {
                        node.put("const", Run.SCHEMA_VERSION);
                    }
                });
        return new SchemaGenerator(config.build());
    }

    private static @Nullable String title(TypeScope type) {
        return type.getType().getErasedType() == Run.class ? "The record of a run of pagetax: run.json" : null;
    }

    private @Nullable String description(TypeScope type) {
        return docs.of(type.getType().getErasedType().getSimpleName()).orElse(null);
    }

    private @Nullable String description(FieldScope field) {
        if (field.isFakeContainerItemScope()) {
            return null;
        }
        String unit = unit(field);
        String text = Stream.concat(
                        docs.of(owner(field).getSimpleName(), field.getDeclaredName()).stream(),
                        Stream.ofNullable(unit).map(words -> "Unit: " + words))
                .collect(Collectors.joining(". "));
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String unit(FieldScope field) {
        Class<?> type = field.getRawMember().getType();
        if (type == Estimate.class || type == Percentiles.class || isNumber(type)) {
            boolean time = owner(field) == Percentiles.class
                    && !Set.of("count", "overflow").contains(field.getDeclaredName());
            return time ? NANOSECONDS : unit(field.getDeclaredName());
        }
        return null;
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class);
    }

    private static @Nullable String unit(String name) {
        return UNITS_OF_NAMES.entrySet().stream()
                .filter(unit -> name.equals(unit.getKey())
                        || (Character.isUpperCase(unit.getKey().charAt(0)) && name.endsWith(unit.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isRequired(FieldScope field) {
        return !ADDED_LATER.getOrDefault(owner(field), Set.of()).contains(field.getDeclaredName());
    }

    private static Class<?> owner(FieldScope field) {
        return field.getRawMember().getDeclaringClass();
    }

    /** A record that is written as a map. */
    private CustomDefinition evidence(SchemaGenerationContext context) {
        ObjectNode definition = context.getGeneratorConfig().createObjectNode();
        definition.put("type", "object");
        ObjectNode properties = definition.putObject("properties");
        ArrayNode required = definition.putArray("required");
        for (String name : RowEvidence.NAMES) {
            ObjectNode property = numberOrNull(properties.putObject(name));
            String unit = unit(name);
            if (unit != null) {
                property.put("description", "Unit: " + unit);
            }
            required.add(name);
        }
        numberOrNull(definition.putObject("additionalProperties"));
        return new CustomDefinition(definition);
    }

    private static ObjectNode numberOrNull(ObjectNode node) {
        node.putArray("type").add("number").add("null");
        return node;
    }
}
