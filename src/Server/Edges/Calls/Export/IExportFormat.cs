namespace Directus.Grpc.Server.Edges.Calls.Export;

/// <summary>A kind of file that items are exported as.</summary>
internal interface IExportFormat
{
    /// <summary>The value of `export`.</summary>
    string Name { get; }

    string ContentType { get; }

    /// <summary>The end of the file's name, without the dot.</summary>
    string Extension { get; }

    /// <summary>Writes the file, flushing the output now and then.</summary>
    Task WriteAsync(ExportRows rows, Stream output, CancellationToken cancellation);
}
