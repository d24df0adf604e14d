using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Checks each item of a write, outer before inner, against what the caller may and what the fields ask, and
/// makes its row. Nothing is written before all are checked.</summary>
internal sealed class WriteTreeChecker(Caller caller, Presets presets, DateTimeOffset now, SecretFields secrets)
{
    private readonly Dictionary<(Collection, AccessAction), PayloadParser> _parsers = [];

    public void Check(WriteNode node) => Check(node, []);

    /// <summary>The parser of items that are written so; FORBIDDEN when the caller may not.</summary>
    public PayloadParser ParserOf(Collection collection, AccessAction action)
    {
        if (_parsers.TryGetValue((collection, action), out var parser)) return parser;
        caller.Require(collection.Name, action);
        return _parsers[(collection, action)] = new PayloadParser(caller, collection, action, presets, now, secrets);
    }

    private void Check(WriteNode node, IReadOnlyCollection<Field> imposed)
    {
        if (node.Action is not { } action) return;
        node.Parser = ParserOf(node.Collection, action);
        IEnumerable<Field> given = node.ListKey is { } listKey ? [listKey] : [];
        node.Row = node.Parser.Parse(node.Data, [.. given, .. node.ToOne.Select(link => link.Field)], imposed, node.Path);
        foreach (var link in node.ToOne) Check(link.Target, []);
        foreach (var write in node.ToMany) Check(write);
    }

    private void Check(ToManyWrite write)
    {
        foreach (var item in write.Items) Check(item, item.Action == AccessAction.Create ? Imposed(write, item) : []);
        // Who may not unlink is refused whether there is something to unlink or not.
        if (write.IsWhole && !write.DeletesRemoved && write.Parent.Action == AccessAction.Update)
            ParserOf(write.Collection, AccessAction.Update).Require(write.ForeignKey);
    }

    // What its place in the list gives to a new item.
    private static IReadOnlyCollection<Field> Imposed(ToManyWrite write, WriteNode item) =>
        write.SortField is { } sort && sort != write.ForeignKey && !item.Data.TryGetProperty(sort.Name, out _)
            ? [write.ForeignKey, sort]
            : [write.ForeignKey];
}
