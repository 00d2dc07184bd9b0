# services.nar-publish: whatever this machine builds is queued by Nix's post-build-hook, and a timer for each queue publishes it.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (lib) mkOption types;
  cfg = config.services.nar-publish;
  stateDirectory = "/var/lib/nar-publish";
  homeDirectory = "${stateDirectory}/.home";
  unitOf = name: "nar-publish-${name}";
  credentialsOf = name: "/run/credentials/${unitOf name}.service";

  queueOptions = {
    options = {
      destination = mkOption {
        type = types.attrs;
        description = "`{ git = \"owner/name\"; … }` or `{ store = \"ssh://host\"; checkSigs = true; substituteOnDestination = false; }`, as in docs/queue.md.";
        example = {
          git = "my-org/binstore";
        };
      };
      closureType = mkOption {
        type = types.enum [
          "bare"
          "binary"
          "source"
          "cache"
        ];
        default = "binary";
        description = "What is published with each path.";
      };
      interval = mkOption {
        type = types.str;
        default = "5 min";
        description = "Between two passes, as systemd.time takes it; the first is as long after the boot.";
      };
      maxAttempts = mkOption {
        type = types.ints.positive;
        default = 5;
        description = "After so many failures a path is set aside.";
      };
      tokenFile = mkOption {
        type = types.nullOr types.str;
        default = null;
        description = "File with the token of a Git destination; the service gets it as a credential.";
      };
      signingKeyFile = mkOption {
        type = types.nullOr types.str;
        default = null;
        description = "File with the secret key that signs what goes to a Git destination; a credential as well.";
      };
      sshKeyFile = mkOption {
        type = types.nullOr types.str;
        default = null;
        description = "File with the private key for `ssh://` and `ssh-ng://`; a credential as well, so that it may lie in a home. The host has to be known: `programs.ssh.knownHosts`.";
      };
      environmentFile = mkOption {
        type = types.nullOr types.str;
        default = null;
        description = "Variables for the destination, such as AWS_ACCESS_KEY_ID for `s3://`.";
      };
    };
  };

  credentials =
    queue:
    lib.optional (queue.tokenFile != null) "token:${queue.tokenFile}"
    ++ lib.optional (queue.signingKeyFile != null) "signing-key:${queue.signingKeyFile}"
    ++ lib.optional (queue.sshKeyFile != null) "ssh-key:${queue.sshKeyFile}";

  settings = name: queue: {
    inherit (queue) maxAttempts;
    closure = queue.closureType;
    destination =
      queue.destination
      // lib.optionalAttrs (queue.tokenFile != null) { tokenFile = "${credentialsOf name}/token"; }
      // lib.optionalAttrs (queue.signingKeyFile != null) {
        signingKeyFile = "${credentialsOf name}/signing-key";
      };
  };

  # A file for each queue: a service can read its own credentials only.
  configFile =
    name: queue:
    pkgs.writeText "nar-publish-${name}.json" (
      builtins.toJSON {
        queueDir = stateDirectory;
        queues.${name} = settings name queue;
      }
    );

  hook = pkgs.writeTextFile {
    name = "nar-publish-hook";
    executable = true;
    text = import ./hook.nix {
      roots = "/nix/var/nix/gcroots/auto";
      folders = map (name: "${stateDirectory}/${name}") (builtins.attrNames cfg.queues);
    };
  };

  # A name is a folder's, a unit's and a key of the configuration: src/queue/layout.ts.
  nameAssertion = name: {
    assertion = builtins.match "[A-Za-z0-9][A-Za-z0-9._-]{0,63}" name != null;
    message = "services.nar-publish.queues: a queue’s name has letters, digits and `._-`, 64 at most: ${name}";
  };
  destinationAssertion = name: {
    assertion = cfg.queues.${name}.destination ? git != cfg.queues.${name}.destination ? store;
    message = "services.nar-publish.queues.${name}.destination has either `git` or `store`";
  };
  # The services are clients of the daemon like any other: allowed, and not trusted.
  allowed = config.nix.settings.allowed-users or [ "*" ];
  daemonAssertion = {
    assertion = builtins.any (user: builtins.elem user allowed) [
      "*"
      "nar-publish"
      "@nar-publish"
    ];
    message = "nix.settings.allowed-users must have nar-publish: its services read store paths through Nix’s daemon";
  };
in
{
  options.services.nar-publish = {
    package = mkOption {
      type = types.package;
      default = pkgs.callPackage ./package.nix { };
      description = "The command line.";
    };
    queues = mkOption {
      type = types.attrsOf (types.submodule queueOptions);
      default = { };
      description = "Queues, by their names (letters, digits, `._-`).";
    };
  };

  config = lib.mkIf (cfg.queues != { }) {
    assertions = [
      daemonAssertion
    ]
    ++ map nameAssertion (builtins.attrNames cfg.queues)
    ++ map destinationAssertion (builtins.attrNames cfg.queues);

    # Nix's daemon runs it, as root; nothing else reads the folders but the services' user, which owns them.
    nix.settings.post-build-hook = "${hook}";

    # For `sudo -u nar-publish nar-publish queue list --queue-dir ${stateDirectory} --queue NAME`.
    environment.systemPackages = [ cfg.package ];

    users.users.nar-publish = {
      isSystemUser = true;
      group = "nar-publish";
      # ssh looks for `.ssh` here, whatever HOME says.
      home = homeDirectory;
    };
    users.groups.nar-publish = { };

    # The hook finds the folders before any service has run. The one around them is root's, and no StateDirectory: who could put a
    # link in the place of a queue's folder would have root's hook write wherever that leads.
    systemd.tmpfiles.rules = [
      "d ${stateDirectory} 0755 root root -"
    ]
    ++ map (folder: "d ${folder} 0700 nar-publish nar-publish -") (
      [
        homeDirectory
        "${stateDirectory}/.state"
      ]
      ++ map (name: "${stateDirectory}/${name}") (builtins.attrNames cfg.queues)
    );

    systemd.services = lib.mapAttrs' (
      name: queue:
      lib.nameValuePair (unitOf name) {
        description = "nar-publish: publish the queue ${name}";
        wants = [ "network-online.target" ];
        after = [
          "network-online.target"
          "nix-daemon.socket"
        ];
        environment = {
          NIX_REMOTE = "daemon";
          HOME = homeDirectory;
          # The command line needs them, the machine may do without.
          NIX_CONFIG = "extra-experimental-features = nix-command flakes";
        }
        // lib.optionalAttrs (queue.sshKeyFile != null) {
          NIX_SSHOPTS = "-oIdentitiesOnly=yes -oIdentityFile=${credentialsOf name}/ssh-key";
        };
        serviceConfig = {
          Type = "oneshot";
          ExecStart = "${cfg.package}/bin/nar-publish queue upload --due --config ${configFile name queue}";
          User = "nar-publish";
          Group = "nar-publish";
          LoadCredential = credentials queue;
          UMask = "0077";
          CapabilityBoundingSet = "";
          LockPersonality = true;
          NoNewPrivileges = true;
          PrivateDevices = true;
          PrivateTmp = true;
          ProtectClock = true;
          ProtectControlGroups = true;
          ProtectHome = true;
          ProtectHostname = true;
          ProtectKernelLogs = true;
          ProtectKernelModules = true;
          ProtectKernelTunables = true;
          ProtectSystem = "strict";
          # A store such as file:///srv/cache is added by the machine's own configuration.
          ReadWritePaths = [ stateDirectory ];
          RestrictAddressFamilies = [
            "AF_UNIX"
            "AF_INET"
            "AF_INET6"
          ];
          RestrictNamespaces = true;
          RestrictRealtime = true;
          RestrictSUIDSGID = true;
          SystemCallArchitectures = "native";
        }
        // lib.optionalAttrs (queue.environmentFile != null) { EnvironmentFile = queue.environmentFile; };
      }
    ) cfg.queues;

    systemd.timers = lib.mapAttrs' (
      name: queue:
      lib.nameValuePair (unitOf name) {
        description = "nar-publish: the queue ${name}, every ${queue.interval}";
        # Without this a timer waits for somebody to start it.
        wantedBy = [ "timers.target" ];
        timerConfig = {
          OnBootSec = queue.interval;
          OnUnitInactiveSec = queue.interval;
          RandomizedDelaySec = "10s";
        };
      }
    ) cfg.queues;
  };
}
