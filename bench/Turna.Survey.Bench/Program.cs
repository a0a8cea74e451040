using Turna.Survey.Bench;

// dotnet run -c Release --project bench/Turna.Survey.Bench -- speed [ROWS] | bootstrap [ROWS] | growth | coverage [SAMPLES [KIND,KIND]] | few [SAMPLES FOLDER]
var rows = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
switch (args.Length > 0 ? args[0] : "speed")
{
    case "speed":
        Speed.Estimates(rows > 0 ? rows : 10_000_000);
        break;
    case "bootstrap":
        Speed.Bootstrap(rows > 0 ? rows : 1_000_000);
        break;
    case "growth":
        foreach (var size in (int[])[100_000, 1_000_000, 10_000_000]) Speed.Estimates(size);
        break;
    case "coverage":
        Coverage.Many(rows > 0 ? rows : 10_000, args.Length > 2 ? args[2] : "linearised,raked,jackknife,jackknife raked,bootstrap");
        break;
    case "few":
        Coverage.Few(rows > 0 ? rows : 2_000, args.Length > 2 ? args[2] : "coverage");
        break;
    default:
        Console.Error.WriteLine("speed, bootstrap, growth, coverage or few");
        return 2;
}

return 0;
