namespace Directus.Grpc.Server.Hosting.Web;

/// <summary>What browsers and crawlers are told.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>ROOT_REDIRECT: where `/` leads; `false` for a page of our own.</summary>
    public string RootRedirect { get; set; } = "false";

    /// <summary>ROBOTS_TXT: what `/robots.txt` says.</summary>
    public string RobotsTxt { get; set; } = "User-agent: *\nDisallow: /";

    /// <summary>HSTS_ENABLED: whether browsers are told to come by HTTPS only.</summary>
    public bool Hsts { get; set; }

    /// <summary>HSTS_MAX_AGE, in seconds.</summary>
    public int HstsMaxAge { get; set; } = 15_552_000;

    /// <summary>HSTS_INCLUDE_SUB_DOMAINS.</summary>
    public bool HstsIncludeSubDomains { get; set; } = true;

    /// <summary>HSTS_PRELOAD.</summary>
    public bool HstsPreload { get; set; }

    /// <summary>CONTENT_SECURITY_POLICY_*: the policy of answers that have none of their own.</summary>
    public string? ContentSecurityPolicy { get; set; }

    /// <summary>CONTENT_SECURITY_POLICY_REPORT_ONLY: whether browsers only tell what the policy would not let them do.</summary>
    public bool ContentSecurityPolicyReportOnly { get; set; }

    public string StrictTransportSecurity =>
        $"max-age={HstsMaxAge}{(HstsIncludeSubDomains ? "; includeSubDomains" : "")}{(HstsPreload ? "; preload" : "")}";
}
