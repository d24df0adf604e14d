using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>An item that may be written as it was asked for: its row, and what is nested in it.</summary>
/// <param name="Node">As it was asked for.</param>
/// <param name="Action">Create or update.</param>
/// <param name="Parser">Takes values that are still to come.</param>
/// <param name="Row">What is written of the item itself.</param>
/// <param name="Links">The items that it refers to, which are written before it.</param>
/// <param name="Lists">Those that refer to it, which are written after it.</param>
internal sealed record PlannedItem(WriteNode Node, AccessAction Action, PayloadParser Parser, WriteRow Row,
    PlannedLink[] Links, PlannedList[] Lists)
{
    public Collection Collection => Node.Collection;
}

/// <summary>An item that a field is to refer to.</summary>
/// <param name="Field">The field.</param>
/// <param name="Target">The item as it was asked for.</param>
/// <param name="Item">The item to write; null when it is only referred to.</param>
internal readonly record struct PlannedLink(Field Field, WriteNode Target, PlannedItem? Item);

/// <summary>What a write does to the items of a list, and those of them that it creates or updates.</summary>
internal sealed record PlannedList(ToManyWrite Write, PlannedItem[] Items);
