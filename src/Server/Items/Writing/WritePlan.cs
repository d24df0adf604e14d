namespace Directus.Grpc.Server.Items.Writing;

/// <summary>A write that may be carried out.</summary>
/// <param name="Items">The items of the request.</param>
/// <param name="RefersToItself">Whether an item is created at one place of the request and updated at another.</param>
/// <param name="Checker">Checks what turns out to be written beside, as links of items that are named by key.</param>
internal sealed record WritePlan(PlannedItem[] Items, bool RefersToItself, WriteTreeChecker Checker);
