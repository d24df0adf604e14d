using System.Collections.Immutable;
using NetVips;

namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>What is to be made of a picture: a size, then the steps, then a format.</summary>
internal sealed record PictureOrder(Resizing Size, ImmutableArray<Func<Image, Image>> Steps, PictureFormat Format, int? Quality, bool Grey);
