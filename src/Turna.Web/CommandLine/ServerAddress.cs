namespace Turna.Web.CommandLine;

/// <summary>Where the server of a data folder answers, so that a command on the same machine finds it. The file is there while it serves.</summary>
internal sealed class ServerAddress : IDisposable
{
    private const string FileName = "server.address";

    private readonly string path;

    private ServerAddress(string path) => this.path = path;

    public static ServerAddress Tell(string folder, string address)
    {
        var told = new ServerAddress(Path.Combine(folder, FileName));
        File.WriteAllText(told.path, address);
        return told;
    }

    /// <summary>The address of the server that serves this folder now; null when none does. What a fallen server left behind is not believed.</summary>
    public static Uri? Of(string folder)
    {
        var told = Path.Combine(folder, FileName);
        if (!File.Exists(told) || !DataLock.IsHeld(folder)) return null;
        return Uri.TryCreate(File.ReadAllText(told).Trim(), UriKind.Absolute, out var address) && address.IsLoopback ? address : null;
    }

    public void Dispose() => File.Delete(path);
}
