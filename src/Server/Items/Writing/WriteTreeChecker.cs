using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Checks each item of a write, outer before inner, against what the caller may and what the fields ask, and
/// makes its row. Nothing is written before all are checked.</summary>
internal sealed class WriteTreeChecker(Caller caller, Presets presets, DateTimeOffset now, SecretFields secrets)
{
    private readonly Dictionary<(Collection, AccessAction), PayloadParser> _parsers = [];

    /// <param name="node">The item; one whose action is known.</param>
    public PlannedItem Check(WriteNode node) => Check(node, []);

    private PlannedItem Check(WriteNode node, IReadOnlyCollection<Field> imposed)
    {
        var parser = ParserOf(node.Collection, node.Action!.Value);
        IEnumerable<Field> given = node.ListKey is { } listKey ? [listKey] : [];
        var row = parser.Parse(node.Data, [.. given, .. node.ToOne.Select(link => link.Field)], imposed, node.Path);
        return new PlannedItem(node, node.Action.Value, parser, row, [.. node.ToOne.Select(Check)], [.. node.ToMany.Select(Check)]);
    }

    private PlannedLink Check(ToOneWrite link) => new(link.Field, link.Target, link.Target.Action is null ? null : Check(link.Target));

    private PlannedList Check(ToManyWrite write)
    {
        var items = write.Items.Select(item => Check(item, item.Action == AccessAction.Create ? Imposed(write, item) : [])).ToArray();
        // Who may not unlink is refused whether there is something to unlink or not.
        if (write.IsWhole && !write.DeletesRemoved && write.Parent.Action == AccessAction.Update)
            ParserOf(write.Collection, AccessAction.Update).Require(write.ForeignKey);
        return new PlannedList(write, items);
    }

    // FORBIDDEN when the caller may not write items so.
    private PayloadParser ParserOf(Collection collection, AccessAction action)
    {
        if (_parsers.TryGetValue((collection, action), out var parser)) return parser;
        caller.Require(collection.Name, action);
        return _parsers[(collection, action)] = new PayloadParser(caller, collection, action, presets, now, secrets);
    }

    // What its place in the list gives to a new item.
    private static IReadOnlyCollection<Field> Imposed(ToManyWrite write, WriteNode item) =>
        write.SortField is { } sort && sort != write.ForeignKey && !item.Data.TryGetProperty(sort.Name, out _)
            ? [write.ForeignKey, sort]
            : [write.ForeignKey];
}
