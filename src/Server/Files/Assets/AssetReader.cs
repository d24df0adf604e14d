using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Files.Storage;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Files.Assets;

/// <summary>Opens contents for those who may read the row of the file, whatever fields of it; those on the project's public
/// pages for everybody.</summary>
internal sealed class AssetReader(Database database, ItemRights rights, Storages storages, AssetRules rules, VariantMaker variants,
    ILogger<AssetReader> logger)
{
    private const string Name = "filename_download";

    /// <param name="caller">Who asks.</param>
    /// <param name="key">Key of the file; what follows a dot is no part of it.</param>
    /// <param name="asked">Parameters of a transformation.</param>
    /// <param name="accept">Media types that the caller takes, as HTTP spells them.</param>
    /// <param name="cancellation">Ends the read.</param>
    public async Task<Asset> OpenAsync(Caller caller, string key, JsonElement asked, string accept, CancellationToken cancellation)
    {
        var transformation = await rules.ChooseAsync(asked, cancellation);
        var (file, isPublic, isNamed) = await FindAsync(caller, key, cancellation);
        if (StoredContent.Of(file) is not { } content || !storages.TryGet(content.Location, out var storage)) throw Missing(file);
        var original = await storage.OpenAsync(content.Name, cancellation) ?? throw Missing(file);
        var (stream, type, mark) = (original, MediaTypes.Plain(file.Type), "");
        if (!transformation.IsNone && MediaTypes.IsTransformable(file.Type))
        {
            await original.DisposeAsync();
            (stream, type, mark) = await variants.OpenAsync(file, storage, content.Name, transformation, accept, cancellation);
        }

        return new Asset(file.ModifiedOn, stream ?? throw Missing(file), type, Tag(file, mark))
        {
            Name = isNamed ? NameOf(file, type) : file.Id.ToString(),
            IsPublic = isPublic,
            IsNegotiated = transformation.Format == "auto",
            IsTransformed = TransformationParser.IsAsked(asked),
        };
    }

    private async Task<(FileRow File, bool IsPublic, bool IsNamed)> FindAsync(Caller caller, string key, CancellationToken cancellation)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var known = Guid.TryParseExact(dot < 0 ? key : key[..dot], "D", out var id);
        var mayRead = known && await rights.MayAsync(caller, AccessAction.Read, SystemCollections.Files, id.ToString(), cancellation);
        var isPublic = !mayRead && known && (await rules.SettingsAsync(cancellation)).IsPublic(id);
        if (!mayRead && !isPublic)
        {
            caller.Require(SystemCollections.Files, AccessAction.Read);
            throw DirectusException.Forbidden();
        }

        await using var session = await database.OpenAsync(cancellation);
        var file = await session.Table<FileRow>().FirstOrDefaultAsync(row => row.Id == id, cancellation) ?? throw DirectusException.Forbidden();
        return (file, isPublic || caller.Principal.IsPublic, isPublic || await MayNameAsync(caller, id, cancellation));
    }

    private async Task<bool> MayNameAsync(Caller caller, Guid id, CancellationToken cancellation) =>
        caller.Access.For(SystemCollections.Files, AccessAction.Read).All(rule => rule.Allows(Name))
        || await rights.MayAsync(caller, AccessAction.Read, SystemCollections.Files, id.ToString(), [Name], cancellation);

    // A picture in another format is called so.
    private static string NameOf(FileRow file, string type) => type == MediaTypes.Plain(file.Type) ? file.FilenameDownload
        : Path.ChangeExtension(file.FilenameDownload, null) + MediaTypes.Extension(type);

    // Contents are never changed, but those of other servers' making may be.
    private static string Tag(FileRow file, string mark)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{file.FilenameDisk}\n{file.ModifiedOn.UtcTicks}\n{mark}"));
        return $"\"{Convert.ToHexStringLower(hash.AsSpan(0, 12))}\"";
    }

    // The row is there and the content is not: to the caller the one is as good as the other.
    private DirectusException Missing(FileRow file)
    {
        FilesLog.Missing(logger, file.Storage, file.FilenameDisk ?? "");
        return DirectusException.Forbidden();
    }
}
