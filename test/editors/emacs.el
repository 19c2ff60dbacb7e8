;; Emacs as a client, with eglot: what somebody does in it, through its own commands; what came of it is written as JSON.

(require 'seq)
(require 'json)
(package-initialize)
(require 'eglot)
(require 'flymake)

(define-derived-mode mermaid-mode prog-mode "Mermaid")
(add-to-list 'auto-mode-alist '("\\.mmd\\'" . mermaid-mode))

(defvar found nil "What came of each step.")
(defun note (name value) (push (cons name value) found))

(defun await (what condition)
  "Wait until CONDITION gives something, and give it."
  (let ((deadline (+ (float-time) 30)) result)
    (while (and (not (setq result (funcall condition))) (< (float-time) deadline))
      (accept-process-output nil 0.05))
    (or result (error "Waited in vain for %s" what))))

(defun text () (buffer-substring-no-properties (point-min) (point-max)))

(defun changed (act)
  "The text after ACT changed it."
  (let ((before (text)))
    (funcall act)
    (await "a change of the text" (lambda () (not (equal (text) before))))
    (text)))

(defun to (word)
  (goto-char (point-min))
  (search-forward word)
  (goto-char (match-beginning 0)))

(defun session (node cli file)
  (add-to-list 'eglot-server-programs `(mermaid-mode . (,node ,cli "lsp")))
  (find-file file)
  (let ((eglot-sync-connect 30)) (apply #'eglot (eglot--guess-contact)))
  (flymake-mode 1)
  (flymake-start)
  (note 'diagnostics (mapcar #'flymake-diagnostic-text (await "diagnostics" #'flymake-diagnostics)))
  (to "HTTPS")
  (let (shown)
    (eglot-hover-eldoc-function (lambda (string &rest _) (setq shown string)))
    (note 'hover (substring-no-properties (await "a hover" (lambda () shown)))))
  (to "HTTPS")
  (let ((offered (eglot-completion-at-point)))
    (note 'completion (mapcar #'substring-no-properties (all-completions "" (nth 2 offered)))))
  (to "orders -->")
  (let ((last-nonmenu-event ?\r) ; as from the keyboard: the mouse would open a menu
        (completing-read-function
         (lambda (_ actions &rest _)
           (or (seq-find (lambda (title) (string-match-p "gRPC" title)) (mapcar #'car actions))
               (error "No action is about gRPC")))))
    (note 'codeAction
          (changed (lambda () (eglot-code-actions (line-beginning-position) (line-end-position) nil t)))))
  (to "orders[")
  (note 'rename (changed (lambda () (eglot-rename "ordering"))))
  (note 'format (changed #'eglot-format-buffer)))

(pcase-let ((`(,node ,cli ,file ,out) (split-string (getenv "ARROWSMITH_EDITOR_TEST") "\n")))
  (note 'version (format "%s, eglot %s" emacs-version
                         (if (fboundp 'package-desc-version)
                             (let ((known (cadr (assq 'eglot package-alist))))
                               (if known (package-version-join (package-desc-version known)) "built in"))
                           "built in")))
  (condition-case problem (session node cli file)
    (error (note 'problem (error-message-string problem))))
  (with-temp-file out (insert (json-encode found)))
  (kill-emacs 0))
