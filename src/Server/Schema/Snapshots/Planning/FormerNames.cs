using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Schema.Snapshots.Planning;

/// <summary>The names that hold after renames, and those that the same had before.</summary>
internal sealed class FormerNames
{
    private readonly Dictionary<string, string> _collections = [];
    private readonly Dictionary<FieldName, string> _fields = [];

    public FormerNames(IEnumerable<Rename> renames)
    {
        foreach (var rename in renames) Follow(rename);
    }

    public string Of(string collection) => _collections.GetValueOrDefault(collection, collection);

    public string Of(FieldName name) => _fields.GetValueOrDefault(name, name.Field);

    /// <summary>Whether a collection had the name, and nothing has it now.</summary>
    public bool IsGivenUp(string collection) => _collections.ContainsValue(collection) && !_collections.ContainsKey(collection);

    public bool IsGivenUp(FieldName name) => !_fields.ContainsKey(name)
        && _fields.Any(former => former.Key.Collection == name.Collection && former.Value == name.Field);

    /// <summary>The name that a collection has now.</summary>
    public string Now(string collection) => _collections.FirstOrDefault(former => former.Value == collection).Key ?? collection;

    public FieldName Now(string collection, string field)
    {
        var now = Now(collection);
        return new FieldName(now, _fields.FirstOrDefault(former => former.Key.Collection == now && former.Value == field).Key.Field ?? field);
    }

    // One after the other, as they are done: a name that is given away may be taken by another.
    private void Follow(Rename rename)
    {
        if (rename.Field is { } field)
        {
            var origin = Of(new FieldName(rename.Collection, field));
            _fields.Remove(new FieldName(rename.Collection, field));
            _fields[new FieldName(rename.Collection, rename.To)] = origin;
            return;
        }

        var old = Of(rename.Collection);
        _collections.Remove(rename.Collection);
        _collections[rename.To] = old;
        foreach (var (name, origin) in _fields.Where(former => former.Key.Collection == rename.Collection).ToList())
        {
            _fields.Remove(name);
            _fields[name with { Collection = rename.To }] = origin;
        }
    }
}
