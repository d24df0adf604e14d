using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Schema;
using GraphQL.Types;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>The types of items as versions have them: relations are JSON, as they were written to the version.</summary>
internal sealed class VersionTypes(TypeSet types, VisibleSchema visible)
{
    /// <summary>The type of a collection's items; null where versions are not kept, or the name is another type's.</summary>
    public ObjectGraphType? Of(Collection collection)
    {
        var name = $"version_{collection.Name}";
        if (!collection.Versioned || !types.IsFree(name)) return null;
        var type = types.Add(new ObjectGraphType { Name = name });
        foreach (var field in visible.Fields(collection).Where(field => Names.Fit(field.Name)))
            if (FormOf(field) is { } form) type.AddField(new ValueField(field, form, FieldForms.FormOf(form)));
        return type.Fields.Count > 0 ? type : null;
    }

    // What is neither a value nor a relation only divides a form.
    private IGraphType? FormOf(Field field)
    {
        if (visible.ToMany(field) is not null || visible.ToOne(field) is not null) return types.Json;
        if (field.IsAlias) return null;
        return field.Column!.PrimaryKey ? types.Id : FieldForms.Of(field, types);
    }
}
