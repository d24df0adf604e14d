using System.Text;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Files.Zips;

/// <summary>Finds out what an archive is to hold: what its reader may read of what was asked for, by the names that they may know.</summary>
internal sealed class ZipPlanner(ZipRows rows)
{
    private const int MostFiles = 100_000;

    // Longer ones could be unpacked nowhere.
    private const int MostPathBytes = 4_096;

    /// <summary>The files of these keys, in their order. Those that are absent or not readable are left out.</summary>
    public async Task<ZipPlan> FilesAsync(Caller caller, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        caller.Require(SystemCollections.Files, AccessAction.Read);
        var found = (await rows.ByKeyAsync(caller, ZipKind.Files, ids, cancellation)).ToDictionary(file => file.Id);
        ZippedFile[] files = [.. ids.Distinct().Where(found.ContainsKey).Select(id => new ZippedFile(id, found[id].Name, ""))];
        return new ZipPlan("files", Some(files), [], new ZipPaths());
    }

    /// <summary>The files of a folder and of all that are in it. What is not readable is left out, with all that is in it.</summary>
    public async Task<ZipPlan> FolderAsync(Caller caller, string key, CancellationToken cancellation)
    {
        caller.Require(SystemCollections.Folders, AccessAction.Read);
        var top = await TopAsync(caller, key, cancellation);
        var paths = new ZipPaths();
        var folders = await TreeAsync(caller, top, paths, cancellation);
        var files = new List<ZippedFile>();
        await foreach (var file in rows.WithinAsync(caller, ZipKind.Files, folders.Keys, cancellation))
        {
            if (files.Count == MostFiles) throw DirectusException.InvalidPayload($"The folder has more than {MostFiles} files");
            files.Add(new ZippedFile(file.Id, file.Name, folders[file.Parent!.Value]));
        }

        var sorted = files.OrderBy(file => file.Folder, StringComparer.Ordinal).ThenBy(file => file.Name, StringComparer.Ordinal)
            .ThenBy(file => file.Id);
        return new ZipPlan($"folder-{NameOf(top)}", Some([.. sorted]), [.. folders.Values], paths);
    }

    private async Task<ZipRow> TopAsync(Caller caller, string key, CancellationToken cancellation)
    {
        var found = Guid.TryParseExact(key, "D", out var id)
            ? await rows.ByKeyAsync(caller, ZipKind.Folders, [id], cancellation)
            : [];
        if (found is [var top]) return top;
        throw caller.Access.IsUnrestricted ? NoFiles() : DirectusException.NotPermitted("read", SystemCollections.Folders);
    }

    // Folders that are in each other are each met once.
    private async Task<Dictionary<Guid, string>> TreeAsync(Caller caller, ZipRow top, ZipPaths paths, CancellationToken cancellation)
    {
        var folders = new Dictionary<Guid, string> { [top.Id] = paths.Take(NameOf(top)) + "/" };
        IReadOnlyCollection<Guid> level = [top.Id];
        while (level.Count > 0)
        {
            var within = new List<ZipRow>();
            await foreach (var folder in rows.WithinAsync(caller, ZipKind.Folders, level, cancellation)) within.Add(folder);
            level = [.. within.OrderBy(NameOf, StringComparer.Ordinal).ThenBy(folder => folder.Id).Where(Add).Select(folder => folder.Id)];
        }

        return folders;

        bool Add(ZipRow folder)
        {
            if (folders.ContainsKey(folder.Id)) return false;
            if (folders.Count == MostFiles) throw DirectusException.InvalidPayload($"The folder has more than {MostFiles} folders in it");
            var path = paths.Take(folders[folder.Parent!.Value] + NameOf(folder)) + "/";
            if (Encoding.UTF8.GetByteCount(path) > MostPathBytes) throw DirectusException.InvalidPayload("The folders are nested too deeply");
            folders[folder.Id] = path;
            return true;
        }
    }

    private static string NameOf(ZipRow folder) => ZipNames.Plain(folder.Name) is { Length: > 0 } name ? name : folder.Id.ToString();

    private static IReadOnlyList<ZippedFile> Some(IReadOnlyList<ZippedFile> files) => files.Count > 0 ? files : throw NoFiles();

    private static DirectusException NoFiles() => DirectusException.InvalidPayload("No files found in the selected folders tree");
}
