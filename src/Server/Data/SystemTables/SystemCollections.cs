namespace Directus.Grpc.Server.Data.SystemTables;

/// <summary>The names of the system collections, which are those of their tables.</summary>
internal static class SystemCollections
{
    public const string Prefix = "directus_";

    public const string Access = $"{Prefix}access";
    public const string Activity = $"{Prefix}activity";
    public const string Collections = $"{Prefix}collections";
    public const string Comments = $"{Prefix}comments";
    public const string Dashboards = $"{Prefix}dashboards";
    public const string Deployments = $"{Prefix}deployments";
    public const string DeploymentProjects = $"{Prefix}deployment_projects";
    public const string DeploymentRuns = $"{Prefix}deployment_runs";
    public const string Extensions = $"{Prefix}extensions";
    public const string Fields = $"{Prefix}fields";
    public const string Files = $"{Prefix}files";
    public const string Flows = $"{Prefix}flows";
    public const string Folders = $"{Prefix}folders";
    public const string Migrations = $"{Prefix}migrations";
    public const string Notifications = $"{Prefix}notifications";
    public const string Operations = $"{Prefix}operations";
    public const string Panels = $"{Prefix}panels";
    public const string Permissions = $"{Prefix}permissions";
    public const string Policies = $"{Prefix}policies";
    public const string Presets = $"{Prefix}presets";
    public const string Relations = $"{Prefix}relations";
    public const string Revisions = $"{Prefix}revisions";
    public const string Roles = $"{Prefix}roles";
    public const string Sessions = $"{Prefix}sessions";
    public const string Settings = $"{Prefix}settings";
    public const string Shares = $"{Prefix}shares";
    public const string Translations = $"{Prefix}translations";
    public const string Users = $"{Prefix}users";
    public const string Versions = $"{Prefix}versions";
}
