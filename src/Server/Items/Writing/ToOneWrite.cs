using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>An item to which a field of the item that it is nested in refers.</summary>
internal readonly record struct ToOneWrite(Field Field, WriteNode Target);
