namespace Directus.Grpc.Server.Data.Changes;

/// <summary>Keeps something in memory that another server may have changed.</summary>
public interface IChangeListener
{
    ChangeTopic Topic { get; }

    /// <summary>Forgets it, or reads it again.</summary>
    Task OnChangedAsync(CancellationToken cancellation);
}
