using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using GraphQL.Types;
using GraphField = GraphQL.Types.FieldType;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The types of items that are written: for one action, with the fields that the caller may set.</summary>
internal sealed class InputTypes(TypeSet types, VisibleSchema visible)
{
    private const FieldSpecials MadeHere = FieldSpecials.Uuid | FieldSpecials.DateCreated | FieldSpecials.UserCreated | FieldSpecials.RoleCreated;

    private readonly Dictionary<string, InputObjectGraphType> _byCollection = new(StringComparer.Ordinal);
    private readonly string _prefix = visible.Action.ToString().ToLowerInvariant();

    private bool Creates => visible.Action == AccessAction.Create;

    public InputObjectGraphType Of(Collection collection)
    {
        if (_byCollection.TryGetValue(collection.Name, out var known)) return known;
        var input = types.Add(new InputObjectGraphType { Name = types.FreeName($"{_prefix}_{collection.Name}_input") });
        // Known before its fields are: relations lead back.
        _byCollection.Add(collection.Name, input);
        foreach (var field in visible.Fields(collection).Where(field => Names.Fit(field.Name)))
            if (TypeOf(field) is { } type) input.AddField(new GraphField { Name = field.Name, ResolvedType = type });
        // The library has no type without fields.
        if (input.Fields.Count == 0) input.AddField(new GraphField { Name = "_", ResolvedType = types.Void });
        return input;
    }

    private IGraphType? TypeOf(Field field)
    {
        if (visible.ToMany(field) is { } many) return new ListGraphType(Of(visible.Schema[many.ManyCollection]));
        if (field.IsAlias) return null;
        if (visible.ToOne(field) is { } one) return one.OneCollection is { } target ? Of(visible.Schema[target]) : types.Text;
        var type = field.Column!.PrimaryKey ? types.Id : Plain(field);
        return IsRequired(field) ? new NonNullGraphType(type) : type;
    }

    // Number or text: the documented example of a share gives `max_uses` as a text.
    private IGraphType Plain(Field field) =>
        field is { Collection: SystemCollections.Shares, Name: "max_uses" } ? types.StringOrFloat : FieldForms.Of(field, types);

    private bool IsRequired(Field field) =>
        Creates && field.Column is { Nullable: false, HasDefault: false, AutoIncrement: false, Generated: false } && (field.Specials & MadeHere) == 0;
}
