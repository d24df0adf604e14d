using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>The last step of a path, a field or a function of one → operand. The field is resolved through the scope in
/// every case.</summary>
public sealed class OperandPlanner(AccessScope scope, SourceBuilder source)
{
    public Operand Resolve(FieldPath step, string alias, Collection collection, bool compared)
    {
        if (step.Function is not { } name) return scope.Operand(source, alias, collection, scope.Field(collection, step.Name));
        var function = FieldFunctions.Find(name);
        if (function == FieldFunctions.Json) return Json(step, alias, collection, compared);
        var field = scope.Field(collection, step.Name);
        if (function == FieldFunctions.Count) return Count(field, alias, collection);
        if (function is not { Part: { } part }) throw DirectusException.InvalidQuery($"There is no function \"{name}\"");
        if (!Fits(function, field)) throw Unfit(function, field);
        return Of(field, alias, collection, new OperandFunction.Part(part));
    }

    /// <summary>The name that a function's value is answered by: `date_year`, `data_a_b_json`.</summary>
    public static string NameOf(FieldPath step) => step.Function switch
    {
        null => step.Name,
        var function when function == FieldFunctions.Json.Name => JsonPath.Parse(step).Name,
        var function => $"{step.Name}_{function}",
    };

    private Operand Of(Field field, string alias, Collection collection, OperandFunction function) =>
        scope.Operand(source, alias, collection, field) with { Function = function };

    // A column may be of another kind than its field says.
    private static bool Fits(FieldFunction function, Field field) => !field.Masked
        && field.Kind is SqlKind.Date or SqlKind.Time or SqlKind.DateTime or SqlKind.Timestamp && FieldFunctions.Of(field.Type).Contains(function);

    private Operand Count(Field field, string alias, Collection collection)
    {
        if (field is { Type: FieldType.Json, Masked: false }) return Of(field, alias, collection, new OperandFunction.ArrayLength());
        if (!field.IsAlias || scope.Context.Schema.RelationOfOne(collection.Name, field.Name) is not { } relation)
            throw Unfit(FieldFunctions.Count, field);
        var target = scope.Collection(relation.ManyCollection);
        var inner = source.Inner(target);
        var where = scope.RowFilter(inner);
        var link = new Operand(inner.Alias, ForeignKey(target, relation));
        return OfList(field, alias, collection, new OperandFunction.ItemCount(inner.Build(where), link));
    }

    /// <summary>What is computed of a list. The key of its item stands for it, on the rows on which the caller may see it.</summary>
    public Operand OfList(Field list, string alias, Collection collection, OperandFunction function)
    {
        var seen = scope.Operand(source, alias, collection, list);
        // A joined row that is not there has nothing, as for those who may see every list.
        var visible = seen.VisibleWhen is { } shown && alias != source.Alias
            ? Predicate.Any(shown, new Predicate.IsNull(new Operand(alias, collection.PrimaryKey)))
            : seen.VisibleWhen;
        return seen with { VisibleWhen = visible, Field = collection.PrimaryKey, Function = function };
    }

    /// <summary>The foreign key that a list hangs on.</summary>
    public static Field ForeignKey(Collection target, Relation relation) => target.TryGetField(relation.ManyField, out var key)
        ? key
        : throw DirectusException.Forbidden(target.Name, relation.ManyField);

    private Operand Json(FieldPath step, string alias, Collection collection, bool compared)
    {
        var path = JsonPath.Parse(step);
        var field = scope.Field(collection, path.Field);
        if (field is not { Type: FieldType.Json, Masked: false }) throw Unfit(FieldFunctions.Json, field);
        return Of(field, alias, collection, new OperandFunction.JsonValue(path.Steps, compared));
    }

    private static DirectusException Unfit(FieldFunction function, Field field) =>
        DirectusException.InvalidQuery($"Function \"{function}\" doesn't fit field \"{field.Name}\" of type \"{field.Type}\"");
}
